import { durationText } from '#renderer/ui/figure-text.ts';
import type { TFunction } from 'i18next';
import { Star, X } from 'lucide-react';
import { memo } from 'react';
import { markName } from '../tagging/focused-mark.ts';
import type { Moment, ShownTag } from './moment-list.ts';

export const MOMENT_ROW_PX = 40;

type Texts = { t: TFunction<'listen'> };
type MomentRowProps = { moment: Moment; index: number; startPx: number; cursorColumn: number; colour: number | undefined } & Texts;

/** One moment: a button that goes there, and one that takes it off. Clicks are the grid's. */
export const MomentRow = memo(function MomentRow({ moment, index, startPx, cursorColumn, colour, t }: MomentRowProps) {
  const tag = moment.kind === 'tag' ? moment.tag : null;
  const tab = (column: number): 0 | -1 => (cursorColumn === column ? 0 : -1);
  return (
    <div role="row" aria-rowindex={index + 1} className="moment" data-index={index} data-mark={markName(moment)} style={{ transform: `translateY(${startPx}px)` }}>
      <div role="gridcell" aria-colindex={1} className="moment-cell">
        <button type="button" className="moment-go" data-column={0} tabIndex={tab(0)}>
          <span className="moment-time tabular">{moment.startMs === null ? t('moments.whole') : durationText(moment.startMs)}</span>
          {tag ? <span className="moment-key" data-colour={colour} data-pending={tag.isPending ? '' : undefined}>{tag.codeKey}</span> : <Star aria-hidden size={16} className="moment-star" />}
          <span className="grow truncate" dir="auto">{moment.kind === 'tag' ? moment.tag.codeName : t('moments.quoted', { words: moment.words })}</span>
          {tag ? <TagFacts tag={tag} t={t} /> : null}
        </button>
      </div>
      <div role="gridcell" aria-colindex={2}>
        <button
          type="button" className="moment-remove" data-column={1} tabIndex={tab(1)} disabled={tag?.isPending === true}
          aria-label={tag ? t('moments.remove', { name: tag.codeName }) : t('moments.removeQuote')}
        >
          <X aria-hidden size={14} />
        </button>
      </div>
    </div>
  );
});

function TagFacts({ tag, t }: { tag: ShownTag } & Texts) {
  return (
    <>
      {tag.severity === null ? null : <span className="caption">{t('moments.severity', { level: tag.severity })}</span>}
      {tag.outcome === null ? null : <span className="caption">{t(`moments.outcome.${tag.outcome}`)}</span>}
      {tag.isPending ? <span className="caption">{t('moments.saving')}</span> : null}
    </>
  );
}
