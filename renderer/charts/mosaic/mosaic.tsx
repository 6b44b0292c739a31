import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { openEvidence } from '#renderer/charts/open-evidence.ts';
import { useWidth } from '#renderer/charts/use-width.ts';
import type { ListContext } from '#renderer/stores/navigation.ts';
import { countText, shareText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { hasRoom, type MosaicCell } from './mosaic-cells.ts';
import './mosaic.css';

type MosaicProps = { cells: readonly MosaicCell[]; listOf: (cell: MosaicCell['cell']) => ListContext };

const height = 260;

/** The 2 x 2 square; area is the count, the blind spot stands out, every cell is a button that opens its interactions. */
export function Mosaic({ cells, listOf }: MosaicProps) {
  const { t } = useTranslation('charts');
  const square = useRef<HTMLDivElement>(null);
  const side = { width: useWidth(square), height };
  const passed = cells[0]?.box.width ?? 50;
  const outside = cells.filter((cell) => !hasRoom(cell, side));
  return (
    <div className="mosaic">
      <p className="mosaic-head caption" aria-hidden>
        <span style={{ width: `${passed}%` }}>{passed > 0 ? t('mosaic.companyGood') : ''}</span>
        <span style={{ width: `${100 - passed}%` }}>{passed < 100 ? t('mosaic.companyBad') : ''}</span>
      </p>
      <div ref={square} className="mosaic-square" style={{ height }}>
        {cells.map((cell) => (
          <div key={cell.cell} className="mosaic-box" style={percentBox(cell)}>
            {hasRoom(cell, side) ? <CellButton cell={cell} list={listOf(cell.cell)} /> : <div className="mosaic-cell" data-cell={cell.cell} aria-hidden />}
          </div>
        ))}
      </div>
      {outside.length === 0 ? null : (
        <ul className="mosaic-outside" aria-label={t('mosaic.outside')}>
          {outside.map((cell) => <li key={cell.cell}><CellButton cell={cell} list={listOf(cell.cell)} isOutside /></li>)}
        </ul>
      )}
    </div>
  );
}

function percentBox({ box }: MosaicCell): React.CSSProperties {
  return { left: `${box.left}%`, top: `${box.top}%`, width: `${box.width}%`, height: `${box.height}%` };
}

function CellButton({ cell, list, isOutside = false }: { cell: MosaicCell; list: ListContext; isOutside?: boolean }) {
  const { t } = useTranslation('charts');
  const { locale } = useWriting();
  const words = { n: countText(cell.n, locale), share: shareText(cell.share, locale) };
  return (
    <AriaButton
      className="mosaic-cell"
      data-cell={cell.cell}
      data-outside={isOutside ? '' : undefined}
      aria-label={t('mosaic.open', { name: t(`mosaic.cell.${cell.cell}`), count: cell.n, ...words })}
      onPress={() => openEvidence(list)}
    >
      <span className="mosaic-name">{t(`mosaic.cell.${cell.cell}`)}</span>
      <span className="tabular">{t('mosaic.count', words)}</span>
    </AriaButton>
  );
}
