/** Chromium plays 0.0625-16 x and throws outside; speech is understood between these. */
export const SPEED_MIN = 0.5;
export const SPEED_MAX = 3;
export const SPEED_STEP = 0.1;

/** A speed inside the limits, on a step of 0.1. */
export function clampSpeed(speed: number): number {
  const clamped = Math.min(SPEED_MAX, Math.max(SPEED_MIN, speed));
  return Math.round(clamped * 10) / 10;
}

/** What the toggle switches to: 1.0 x from any other speed, and back to the last other speed. */
export function toggledSpeed(speed: number, otherSpeed: number): number {
  return speed === 1 ? otherSpeed : 1;
}
