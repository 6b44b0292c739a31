import { Select } from '#renderer/ui/select.tsx';
import { useTranslation } from 'react-i18next';
import { useSound } from '../session/listen-session.ts';

/** Which recording plays, where an interaction has several. */
export function RecordingSelect() {
  const { t } = useTranslation('listen');
  const { recordings, media, chooseMedia } = useSound();
  if (recordings.length < 2) return null;
  return (
    <Select
      label={t('player.recording')}
      isLabelHidden
      options={recordings.map(({ id, name }) => ({ value: id, label: name }))}
      value={media?.id ?? null}
      onChange={chooseMedia}
    />
  );
}
