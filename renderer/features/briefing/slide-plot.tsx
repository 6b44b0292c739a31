import { useMemo } from 'react';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import type { ChartTable } from '#renderer/charts/chart-table.ts';
import type { Mark } from '#shared/plots/drawing.ts';
import { plotDrawing } from '#shared/plots/plot-drawing.ts';
import { plotTable } from '#shared/plots/plot-table.ts';
import type { Plot } from '#shared/model/plot.ts';
import './slide-plot.css';

/** A chart as the files draw it, shape by shape, with the figures that it draws. */
export function SlidePlot({ plot }: { plot: Plot }) {
  const drawing = useMemo(() => plotDrawing(plot), [plot]);
  const table = useMemo(() => tableOf(plot), [plot]);
  return (
    <ChartFrame title={plot.title} subtitle={drawing.key} description={plot.description} table={table}>
      <svg className="slide-plot" viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-hidden>
        {drawing.marks.map((mark, at) => <Shape key={keyOf(mark, at)} mark={mark} />)}
      </svg>
    </ChartFrame>
  );
}

/** A picture has no identity but its place: it is drawn anew as a whole. */
const keyOf = ({ form, role }: Mark, at: number): string => `${form} ${role} ${at}`;

function Shape({ mark }: { mark: Mark }) {
  const className = `plot-${mark.role}`;
  switch (mark.form) {
    case 'line': return <line className={className} x1={mark.x1} y1={mark.y1} x2={mark.x2} y2={mark.y2} />;
    case 'path': return <polyline className={className} points={mark.points.map(([x, y]) => `${x},${y}`).join(' ')} />;
    case 'rect': return <rect className={className} x={mark.x} y={mark.y} width={mark.width} height={mark.height} />;
    case 'circle': return <circle className={className} cx={mark.cx} cy={mark.cy} r={mark.r} />;
    case 'text': return <text className={className} x={mark.x} y={mark.y} textAnchor={mark.anchor}>{mark.text}</text>;
  }
}

function tableOf(plot: Plot): ChartTable {
  const { columns, rows } = plotTable(plot);
  return {
    columns: columns.map((label, at) => ({ id: String(at), label, ...(at === 0 ? {} : { align: 'end' as const }) })),
    rows: rows.map((cells, at) => ({ id: String(at), cells: [...cells] })),
  };
}
