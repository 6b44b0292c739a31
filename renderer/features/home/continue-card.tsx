import { useQuery } from '@tanstack/react-query';
import { Headphones, ListMusic, Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { wholeQuery } from '#renderer/app/whole-interaction.ts';
import { useLastListened, type Listened } from '#renderer/stores/last-listened.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateText, durationText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ProjectInfo } from '#shared/model/project.ts';

/** Back to where listening stopped; before the first time, the way to the list. */
export function ContinueCard({ project }: { project: ProjectInfo }) {
  const { t } = useTranslation('home');
  const last = useLastListened((state) => state.byProject[project.id]);
  return (
    <section className="card stack" aria-labelledby="home-continue">
      <h2 id="home-continue">{t('continue.title')}</h2>
      {last === undefined ? <Begin project={project} /> : <Resume last={last} />}
    </section>
  );
}

function Begin({ project }: { project: ProjectInfo }) {
  const { t } = useTranslation('home');
  const hasInteractions = project.counts.interactions > 0;
  return (
    <>
      <p className="text-2">{hasInteractions ? t('continue.begin') : t('continue.nothingYet')}</p>
      <div className="row row-wrap card-foot">
        <Button icon={ListMusic} isDisabled={!hasInteractions} onPress={() => runCommand('go.interactions')}>{t('continue.list')}</Button>
        {project.counts.matched > 0 ? <Button icon={Scale} onPress={() => runCommand('go.gap')}>{t('continue.gap')}</Button> : null}
      </div>
    </>
  );
}

function Resume({ last }: { last: Listened }) {
  const { t } = useTranslation('home');
  const { locale } = useWriting();
  const { data } = useQuery(wholeQuery({ id: last.interactionId, isBlind: true }));
  const go = useNavigation((state) => state.go);
  const resume = (): void => go('listen', { interactionId: last.interactionId, ...(last.atMs === null ? {} : { atMs: last.atMs }) });
  return (
    <>
      <p className="continue-what">
        <strong><bdi>{data?.interaction.externalId ?? '…'}</bdi></strong>
        {last.atMs === null ? null : <span className="text-2 tabular">{t('continue.leftOff', { time: durationText(last.atMs) })}</span>}
      </p>
      <p className="text-2">
        {data === undefined ? null : [data.interaction.startedAt === null ? null : dateText(data.interaction.startedAt, locale), data.interaction.agent, data.interaction.customer]
          .filter((part) => part !== null).join(' · ')}
      </p>
      {data === undefined ? null : <p className="text-2">{t('continue.tags', { count: data.tags.length })}</p>}
      <div className="row row-wrap card-foot">
        <Button icon={Headphones} onPress={resume}>{t('continue.resume')}</Button>
        <Button onPress={() => runCommand('go.interactions')}>{t('continue.list')}</Button>
      </div>
    </>
  );
}
