import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { openProject, salvageProject } from '#renderer/app/project-acts.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import type { DamagedProject } from '#renderer/stores/opening.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, dateTimeText } from '#renderer/ui/figure-text.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ProjectState } from '#shared/model/salvage.ts';

/** A project that is damaged: its whole states to go on from, and where there is none, what can be read of it. */
export function DamagedDialog({ error, project, onClose }: { error: unknown; project: DamagedProject; onClose: () => void }) {
  const { t } = useTranslation('salvage');
  const { id, name, passphrase } = project;
  const { data: states, error: problem } = useQuery({ ...orpc.project.states.queryOptions({ input: { id, ...(passphrase === undefined ? {} : { passphrase }) } }), staleTime: 0, gcTime: 0 });
  const salvage = (): void => void salvageProject(project, t('saving', { name }));
  const hasState = (states?.length ?? 0) > 0;
  return (
    <Dialog
      title={t('frame:opening.failed')}
      closeLabel={t('frame:opening.dismiss')}
      isOpen
      onClose={onClose}
      actions={states === undefined && !problem ? undefined : <Button variant={hasState ? 'secondary' : 'primary'} onPress={salvage}>{t('save')}</Button>}
    >
      <div className="stack">
        <ErrorState layout="bar" failure={failureOf(error)} />
        {states === undefined && !problem ? <Skeleton label={t('looking')} /> : null}
        {hasState ? <StateList states={states ?? []} project={project} /> : null}
        {states === undefined && !problem ? null : <p className="text-2">{hasState ? t('orSalvage') : t('noState')} {t('untouched')}</p>}
      </div>
    </Dialog>
  );
}

function StateList({ states, project }: { states: readonly ProjectState[]; project: DamagedProject }) {
  const { t } = useTranslation('salvage');
  const { locale } = useWriting();
  return (
    <section className="stack" aria-labelledby="whole-states">
      <h3 id="whole-states">{t('states')}</h3>
      <ul className="stack">
        {states.map((state) => {
          const at = state.at === null ? t('stateUnknown') : t('stateAt', { at: dateTimeText(state.at, locale) });
          return (
            <li key={state.id} className="job">
              <span className="grow">
                <strong>{at}</strong>
                <span className="caption job-message">{state.lostChanges === null ? t('lostUnknown') : state.lostChanges === 0 ? t('lostNone') : t('lost', { count: state.lostChanges, n: countText(state.lostChanges, locale) })}</span>
              </span>
              <Button size="small" aria-label={t('openStateOf', { at })} onPress={() => void openProject(project.id, t('opening', { name: project.name }), { passphrase: project.passphrase, stateId: state.id })}>{t('openState')}</Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
