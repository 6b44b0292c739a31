import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { client, orpc } from '#renderer/app/connection.ts';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { dateTimeText } from '#renderer/ui/figure-text.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { StatTile } from '#renderer/ui/stat-tile.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { useSeen } from '#renderer/engine/use-seen.ts';
import { versionsOf } from '#shared/commands/edit.ts';
import { settingParts } from '#shared/commands/settings.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { Definitions } from '#shared/model/gap.ts';
import { changedPart, isTimeZone } from './good-draft.ts';
import { GoodFields } from './good-fields.tsx';

type Outcome = { before: Envelope; after: Envelope };

/** What counts as good: the project's own rules, with the headline before and after a change. */
export function GoodDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('gap');
  const { data, error } = useQuery(orpc.gap.definitions.queryOptions());
  if (data) return <Editor start={data} onClose={onClose} />;
  return (
    <Dialog title={t('dialog.title')} closeLabel={t('dialog.close')} isOpen onClose={onClose} size="wide">
      {error ? <ErrorState layout="bar" failure={failureOf(error)} /> : <Skeleton label={t('loading')} />}
    </Dialog>
  );
}

function Editor({ start, onClose }: { start: { definitions: Definitions; version: number; changedAt: string | null }; onClose: () => void }) {
  const { t } = useTranslation('gap');
  const { locale } = useWriting();
  const [draft, setDraft] = useState(start.definitions);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [opened] = useState(start.definitions);
  const { seen, refused } = useSeen(() => versionsOf(settingParts('definitions', opened)));
  const changed = changedPart(opened, draft);
  const isReady = Object.keys(changed).length > 0 && isTimeZone(draft.timeZone);
  const apply = async (): Promise<void> => {
    try {
      setOutcome(await client.gap.changeDefinitions({ definitions: changed, seen }));
      setFailure(null);
      announce(t('dialog.applied'));
    } catch (error) {
      setFailure(error);
      refused(error);
    }
  };
  const undo = (): void => {
    runCommand('edit.undo');
    onClose();
  };
  const actions = outcome === null
    ? <><Button onPress={onClose}>{t('dialog.cancel')}</Button><Button variant="primary" isDisabled={!isReady} onPress={() => void apply()}>{t('dialog.apply')}</Button></>
    : <><Button onPress={undo}>{t('dialog.undo')}</Button><Button variant="primary" onPress={onClose}>{t('dialog.close')}</Button></>;
  return (
    <Dialog title={t('dialog.title')} closeLabel={t('dialog.close')} isOpen onClose={onClose} size="wide" actions={actions}>
      <div className="stack">
        {failure === null ? null : <ErrorState layout="bar" failure={failureOf(failure)} />}
        {outcome === null ? (
          <>
            <p>{t('dialog.intro')} <span className="text-2">{start.changedAt === null ? t('dialog.versionZero') : t('dialog.version', { version: start.version, at: dateTimeText(start.changedAt, locale) })}</span></p>
            <GoodFields draft={draft} onChange={setDraft} />
          </>
        ) : <Difference outcome={outcome} />}
      </div>
    </Dialog>
  );
}

function Difference({ outcome: { before, after } }: { outcome: Outcome }) {
  const { t } = useTranslation('gap');
  const writing = useWriting();
  const note = (envelope: Envelope): string => {
    const { n, interval } = figureOf(envelope, writing);
    return interval === null ? t('figure.n', { n }) : `${t('figure.n', { n })} · ${t('figure.interval', { interval })}`;
  };
  return (
    <section className="stack" aria-label={t('dialog.result')} role="status">
      <p>{t('dialog.applied')}</p>
      <h3>{t('dialog.result')}</h3>
      <div className="gap-tiles">
        <StatTile label={t('dialog.before')} value={figureOf(before, writing).value} note={note(before)} />
        <StatTile label={t('dialog.after')} value={figureOf(after, writing).value} note={note(after)} />
      </div>
      {before.value === after.value && before.n === after.n ? <p className="text-2">{t('dialog.same')}</p> : null}
    </section>
  );
}
