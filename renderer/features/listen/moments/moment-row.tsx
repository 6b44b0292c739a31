import { durationText } from '#renderer/ui/figure-text.ts';
import { Star, X } from 'lucide-react';
import { markName } from '../tagging/focused-mark.ts';
import type { Hand } from '../tagging/hand.ts';
import { removeQuote } from '../tagging/quote-acts.ts';
import { removeTag } from '../tagging/tag-acts.ts';
import type { Moment } from './moment-list.ts';

export const MOMENT_ROW_PX = 40;

type MomentRowProps = { moment: Moment; index: number; startPx: number; cursorColumn: number; colour: number | undefined; hand: Hand; onGo: () => void };

/** One moment: a button that goes there, and one that takes it off. */
export function MomentRow({ moment, index, startPx, cursorColumn, colour, hand, onGo }: MomentRowProps) {
  const { t } = hand;
  const isPending = moment.kind === 'tag' && moment.id.startsWith('pending-');
  const isTag = moment.kind === 'tag';
  const name = isTag ? moment.tag.codeName : t('moments.quote');
  const remove = (): void => (isTag ? removeTag(hand, moment.id) : removeQuote(hand, moment.id));
  const tab = (column: number): 0 | -1 => (cursorColumn === column ? 0 : -1);
  return (
    <div role="row" aria-rowindex={index + 1} className="moment" data-index={index} data-mark={markName(moment)} style={{ transform: `translateY(${startPx}px)` }}>
      <div role="gridcell" aria-colindex={1} className="moment-cell">
        <button type="button" className="moment-go" data-column={0} tabIndex={tab(0)} onClick={onGo}>
          <span className="moment-time tabular">{moment.startMs === null ? t('moments.whole') : durationText(moment.startMs)}</span>
          {isTag
            ? <span className="moment-key" data-colour={colour} data-pending={isPending ? '' : undefined}>{moment.tag.codeKey}</span>
            : <Star aria-hidden size={16} className="moment-star" />}
          <span className="grow truncate" dir="auto">{isTag ? name : t('moments.quoted', { words: moment.words })}</span>
          {isTag && moment.tag.severity !== null ? <span className="caption">{t('moments.severity', { level: moment.tag.severity })}</span> : null}
          {isTag && moment.tag.outcome !== null ? <span className="caption">{t(`moments.outcome.${moment.tag.outcome}`)}</span> : null}
          {isPending ? <span className="caption">{t('moments.saving')}</span> : null}
        </button>
      </div>
      <div role="gridcell" aria-colindex={2}>
        <button
          type="button" className="moment-remove" data-column={1} tabIndex={tab(1)} disabled={isPending} onClick={remove}
          aria-label={isTag ? t('moments.remove', { name }) : t('moments.removeQuote')} title={isTag ? t('moments.remove', { name }) : t('moments.removeQuote')}
        >
          <X aria-hidden size={14} />
        </button>
      </div>
    </div>
  );
}
