import { useTranslation } from 'react-i18next';
import { decimalText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CoachedItem } from '#shared/model/coaching.ts';

const [width, height, edge] = [96, 28, 3];

/** The course of one item by quarter, every line on the same scale of 0 to 100; quarters of fewer than five are left out. */
export function QuarterLine({ quarters }: { quarters: CoachedItem['quarters'] }) {
  const { t } = useTranslation('coaching');
  const { locale } = useWriting();
  const points = quarters.flatMap(({ quarter, score, n }, at) => (score === null ? [] : [{
    quarter, score, n, x: edge + ((width - 2 * edge) * at) / Math.max(1, quarters.length - 1), y: height - edge - ((height - 2 * edge) * score) / 100,
  }]));
  if (points.length < 2) return <span className="caption">{t('items.noCourse')}</span>;
  const words = points.map(({ quarter, score, n }) => t('items.quarter', { quarter, score: decimalText(score, locale, 0), n })).join(', ');
  return (
    <svg className="quarter-line" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
      <line className="quarter-middle" x1={0} x2={width} y1={height / 2} y2={height / 2} />
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ quarter, x, y }) => <circle key={quarter} cx={x} cy={y} r={2.5} />)}
    </svg>
  );
}
