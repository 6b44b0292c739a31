const regionSelector = '[data-region]';
const focusable = 'a[href],button:not([disabled]),input:not([disabled]),[tabindex="0"]';
const lastFocused = new WeakMap<Element, HTMLElement>();

function visibleRegions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(regionSelector)].filter((region) => region.getClientRects().length > 0);
}

/** Moves focus to the next (1) or previous (-1) part of the window, to where it was in there last. */
export function focusRegion(step: 1 | -1): void {
  const regions = visibleRegions();
  if (regions.length === 0) return;
  const { activeElement } = document;
  const inside = regions.filter((region) => region.contains(activeElement));
  const current = inside.at(-1);
  if (current && activeElement instanceof HTMLElement) lastFocused.set(current, activeElement);
  const from = current ? regions.indexOf(current) : step === 1 ? -1 : 0;
  const target = regions[(from + step + regions.length) % regions.length];
  if (!target) return;
  const remembered = lastFocused.get(target);
  const goal = remembered !== undefined && target.contains(remembered) ? remembered : (target.querySelector<HTMLElement>(focusable) ?? target);
  // A part with nothing to press (the status bar) still takes focus, so that it can be read.
  if (goal === target && !target.hasAttribute('tabindex')) target.tabIndex = -1;
  goal.focus();
}
