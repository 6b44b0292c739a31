import type { Trend } from '#shared/model/cause.ts';

const [width, height, pad] = [96, 22, 2];

/** Twelve weeks of a cause's share as a line. A picture beside words that say the same; hidden from assistive technology. */
export function Sparkline({ trend: { weeks } }: { trend: Trend }) {
  const shares = weeks.map(({ x, n }) => (n === 0 ? null : x / n));
  const most = Math.max(0.0001, ...shares.map((share) => share ?? 0));
  const points = shares.flatMap((share, at) => (share === null ? [] : [`${pad + (at * (width - 2 * pad)) / Math.max(1, shares.length - 1)},${height - pad - (share / most) * (height - 2 * pad)}`]));
  if (points.length < 2) return null;
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden focusable="false">
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
