import { Select } from '#renderer/ui/select.tsx';
import { useTranslation } from 'react-i18next';
import { useListenSession } from '../session/listen-session.ts';

/** Which recording plays, where an interaction has several. */
export function RecordingSelect() {
  const { t } = useTranslation('listen');
  const { whole, media, chooseMedia } = useListenSession();
  if (whole.media.length < 2) return null;
  return (
    <Select
      label={t('player.recording')}
      isLabelHidden
      options={whole.media.map(({ id, name }) => ({ value: id, label: name }))}
      value={media?.id ?? null}
      onChange={chooseMedia}
    />
  );
}
