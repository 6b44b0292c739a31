/** A bar between two values on one scale, with its words; `mark` draws a line at a value through all of them. */
export type SpanBar = { id: string; label: string; from: number; to: number; kind: 'plus' | 'minus' | 'total'; text: string };

/** Bars between two values, one under the other: a waterfall, a tornado. The words stand beside them. */
export function SpanBars({ label, bars, mark }: { label: string; bars: readonly SpanBar[]; mark?: number }) {
  const ends = [...bars.flatMap((bar) => [bar.from, bar.to]), mark ?? 0, 0];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const place = (value: number): number => (most === least ? 0 : (100 * (value - least)) / (most - least));
  return (
    <ul className="span-bars" aria-label={label}>
      {bars.map(({ id, label: name, from, to, kind, text }) => (
        <li key={id}>
          <span className="cost-name">{name}</span>
          <span className="pareto-track" aria-hidden>
            <span className="span-zero" style={{ insetInlineStart: `${place(mark ?? 0)}%` }} />
            <span className="pareto-bar span-bar" data-kind={kind} style={{ insetInlineStart: `${place(Math.min(from, to))}%`, width: `${Math.abs(place(to) - place(from))}%` }} />
          </span>
          <span className="tabular cost-amount">{text}</span>
        </li>
      ))}
    </ul>
  );
}
