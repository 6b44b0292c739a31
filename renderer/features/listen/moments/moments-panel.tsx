import { durationText } from '#renderer/ui/figure-text.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Star, X } from 'lucide-react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { goToMoment } from '../session/go-to.ts';
import { useListenSession } from '../session/listen-session.ts';
import { markName } from '../tagging/focused-mark.ts';
import { removeQuote } from '../tagging/quote-acts.ts';
import { removeTag } from '../tagging/tag-acts.ts';
import { useHand } from '../tagging/use-hand.ts';
import type { Moment } from './moment-list.ts';

const layoutOptions = { rowHeight: 40, gap: 0 };

/** Tags and stars in the order in which they are heard: the lane of marks for keyboard and screen reader. Enter listens. */
export function MomentsPanel() {
  const { t } = useTranslation('listen');
  const session = useListenSession();
  const { moments, codes } = session;
  const colourOf = new Map(codes.map(({ id, colour }) => [id, (colour % 4) + 1]));
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      <GridList
        className="moment-list"
        aria-label={t('moments.list')}
        items={moments}
        dependencies={[colourOf]}
        onAction={(id) => {
          const moment = moments.find((each) => each.id === id);
          if (moment) goToMoment(session, moment);
        }}
        renderEmptyState={() => <p className="listen-none">{t('moments.none')}</p>}
      >
        {(moment) => <MomentItem moment={moment} colour={moment.kind === 'tag' ? colourOf.get(moment.tag.codeId) : undefined} />}
      </GridList>
    </Virtualizer>
  );
}

function MomentItem({ moment, colour }: { moment: Moment; colour: number | undefined }) {
  const { t } = useTranslation('listen');
  const hand = useHand();
  const time = moment.startMs === null ? t('moments.whole') : durationText(moment.startMs);
  const isPending = moment.kind === 'tag' && moment.id.startsWith('pending-');
  const name = moment.kind === 'tag' ? moment.tag.codeName : t('moments.quote');
  const remove = (): void => (moment.kind === 'tag' ? removeTag(hand, moment.id) : removeQuote(hand, moment.id));
  return (
    <GridListItem id={moment.id} textValue={`${time} ${name}`} className="moment" data-mark={markName(moment)}>
      <span className="moment-time tabular">{time}</span>
      {moment.kind === 'tag'
        ? <span className="moment-key" data-colour={colour} data-pending={isPending ? '' : undefined}>{moment.tag.codeKey}</span>
        : <Star aria-hidden size={16} className="moment-star" />}
      <span className="grow truncate" dir="auto">{moment.kind === 'tag' ? name : t('moments.quoted', { words: moment.words })}</span>
      {moment.kind === 'tag' ? <TagFacts moment={moment} /> : null}
      {isPending ? <span className="caption">{t('moments.saving')}</span> : (
        <IconButton size="small" icon={X} label={moment.kind === 'tag' ? t('moments.remove', { name }) : t('moments.removeQuote')} onPress={remove} />
      )}
    </GridListItem>
  );
}

function TagFacts({ moment: { tag } }: { moment: Extract<Moment, { kind: 'tag' }> }) {
  const { t } = useTranslation('listen');
  return (
    <>
      {tag.severity === null ? null : <span className="caption">{t('moments.severity', { level: tag.severity })}</span>}
      {tag.outcome === null ? null : <span className="caption">{t(`moments.outcome.${tag.outcome}`)}</span>}
    </>
  );
}
