import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateText, durationText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CauseMoment } from '#shared/model/cause.ts';

/** Moments to hear, chosen by rule: starred first, then recorded, then the words most this cause's own. */
export function CauseMoments({ moments }: { moments: readonly CauseMoment[] }) {
  const { t } = useTranslation('causes');
  return (
    <section className="stack" aria-labelledby="cause-moments">
      <h3 id="cause-moments">{t('moments.title')}</h3>
      {moments.length === 0 ? <p className="text-2">{t('moments.none')}</p> : <MomentList moments={moments} />}
      {moments.length === 0 ? null : <p className="caption">{t('moments.rule')}</p>}
    </section>
  );
}

/** Customers' words with the way to hear each. */
export function MomentList({ moments }: { moments: readonly CauseMoment[] }) {
  const { t } = useTranslation('causes');
  const { locale } = useWriting();
  return (
    <ul className="cause-moments">
      {moments.map((moment) => {
        const { interactionId, externalId, turnSeq, startMs, startedAt, text, hasAudio } = moment;
        const listen = (): void => useNavigation.getState().go('listen', { interactionId, ...(turnSeq === null ? {} : { turnSeq }), ...(startMs === null ? {} : { atMs: startMs }) });
        return (
          <li key={`${interactionId} ${turnSeq}`}>
            <blockquote dir="auto">{text === '' ? t('moments.noWords') : <q>{text}</q>}</blockquote>
            <p className="caption">{[t(`channel.${moment.channel}`, { defaultValue: moment.channel }), ...(startedAt === null ? [] : [dateText(startedAt, locale)]), ...(moment.isStarred ? [t('moments.starred')] : [])].join(' · ')}</p>
            <div>
              <Button size="small" icon={Play} onPress={listen}>
                {startMs === null || !hasAudio ? t('moments.open', { id: externalId }) : t('moments.play', { id: externalId, time: durationText(startMs) })}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
