import type { Signal } from '#shared/model/signal.ts';

const [width, height, pad] = [312, 56, 4];

/** The share of each week as a line, with the band of a usual week behind it and a mark where it began. A picture; its words are the label. */
export function Sparkline({ signal, label }: { signal: Signal; label: string }) {
  const { weeks, band, onset } = signal;
  const shares = weeks.map(({ count, exposure }) => (exposure === 0 ? null : count / exposure));
  const most = Math.max(band?.hi ?? 0, ...shares.map((share) => share ?? 0), 0.001);
  const x = (index: number): number => pad + (index * (width - 2 * pad)) / Math.max(1, weeks.length - 1);
  const y = (share: number): number => height - pad - (share / most) * (height - 2 * pad);
  const began = weeks.findIndex(({ week }) => week === onset);
  const points = shares.flatMap((share, index) => (share === null ? [] : [`${x(index)},${y(share)}`])).join(' ');
  return (
    <svg className="sparkline" role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      {band === null ? null : <rect className="sparkline-band" x={0} width={width} y={y(band.hi)} height={Math.max(1, y(band.lo) - y(band.hi))} />}
      {began < 0 ? null : <line className="sparkline-onset" x1={x(began)} x2={x(began)} y1={0} y2={height} />}
      <polyline className="sparkline-line" points={points} />
      {shares.map((share, index) => (share === null || index < began || began < 0 ? null : <circle key={weeks[index]?.week} className="sparkline-dot" cx={x(index)} cy={y(share)} r={2.5} />))}
    </svg>
  );
}
