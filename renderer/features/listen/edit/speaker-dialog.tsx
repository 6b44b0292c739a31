import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc, queryClient } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { seenOf } from '#shared/commands/edit.ts';
import { relabelled, roleParts, rolesOf } from '#shared/commands/interactions.ts';
import type { Turn } from '#shared/model/interaction.ts';
import { useListenSession } from '../session/listen-session.ts';

const roles = ['agent', 'customer', 'bot', 'ivr', 'system'] as const;
type Reach = 'turn' | 'speaker' | 'whole' | 'swap';

/** Who speaks: in this turn, in all turns of this speaker, in the whole interaction, or the other way round. */
export function SpeakerDialog({ turn, onClose }: { turn: Turn; onClose: () => void }) {
  const { t } = useTranslation('listen');
  const { whole, askedId } = useListenSession();
  const [role, setRole] = useState<(typeof roles)[number]>(turn.role === 'customer' ? 'agent' : 'customer');
  const [reach, setReach] = useState<Reach>('turn');
  const [failure, setFailure] = useState<unknown>(null);
  // What was opened stays what is meant, until a refusal says that somebody else relabelled turns.
  const [opened] = useState(whole.turns);
  const shown = failure === null ? opened : whole.turns;
  const reaches: Reach[] = turn.speaker === '' ? ['turn', 'whole', 'swap'] : ['turn', 'speaker', 'whole', 'swap'];
  const relabel = (): void => {
    const asked = { turnSeq: reach === 'turn' ? turn.seq : null, speaker: reach === 'speaker' ? turn.speaker : null, role: reach === 'swap' ? null : role, swap: reach === 'swap' };
    const meant = new Set(relabelled(shown, asked).map(({ seq }) => seq));
    client.interactions.relabel({ id: whole.interaction.id, ...asked, seen: seenOf(roleParts, rolesOf(shown.filter(({ seq }) => meant.has(seq)))) }).then(async ({ changed }) => {
      await queryClient.invalidateQueries({ queryKey: orpc.interactions.get.key({ input: { id: askedId } }) });
      announce(t('said.relabelled', { count: changed }));
      onClose();
    }).catch(setFailure);
  };
  return (
    <Dialog
      title={t('speaker.title')} closeLabel={t('speaker.cancel')} isOpen onClose={onClose}
      actions={<><Button onPress={onClose}>{t('speaker.cancel')}</Button><Button variant="primary" onPress={relabel}>{t('speaker.do')}</Button></>}
    >
      <div className="stack">
        {failure === null ? null : <ErrorState layout="bar" failure={failureOf(failure)} />}
        <RadioGroup label={t('speaker.reach')} value={reach} onChange={setReach} options={reaches.map((value) => ({ value, label: t(`speaker.${value}`, { name: turn.speaker }) }))} />
        {reach === 'swap' ? null : <RadioGroup label={t('speaker.role')} value={role} onChange={setRole} options={roles.map((value) => ({ value, label: t(`transcript.role.${value}`) }))} />}
      </div>
    </Dialog>
  );
}
