import { Pencil } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Seen } from '#shared/commands/edit.ts';

type EditableTextProps = {
  label: string;
  editLabel: string;
  value: string;
  rows: number;
  maxLength: number;
  help?: string;
  /** A sentence when the words cannot be saved as they are. */
  problemOf: (value: string) => string | null;
  /** What there is to see of the story now. */
  seen: Seen;
  /** `begun`: what was there to see when the words were opened. @returns whether it was saved */
  onSave: (value: string, begun: Seen) => Promise<boolean>;
  /** The words as the slide shows them. */
  children: ReactNode;
};

/** Words of a slide that are changed where they stand. */
export function EditableText({ label, editLabel, value, rows, maxLength, help, problemOf, seen, onSave, children }: EditableTextProps) {
  const { t } = useTranslation('briefing');
  const [draft, setDraft] = useState<string | null>(null);
  const [begun, setBegun] = useState<Seen | null>(null);
  if (draft === null) {
    return (
      <div className="slide-text">
        <div className="grow">{children}</div>
        <IconButton label={editLabel} icon={Pencil} size="small" onPress={() => { setDraft(value); setBegun(seen); }} />
      </div>
    );
  }
  const problem = problemOf(draft);
  const save = async (): Promise<void> => {
    // A refusal says what is there now: whoever saves again has seen it.
    if (await onSave(draft, begun ?? seen)) setDraft(null);
    else setBegun(null);
  };
  return (
    <div className="slide-editor">
      <TextField label={label} value={draft} onChange={setDraft} rows={rows} maxLength={maxLength} problem={problem} {...(help === undefined ? {} : { help })} />
      <div className="row">
        <Button size="small" variant="primary" isDisabled={problem !== null || draft === value} onPress={() => void save()}>{t('slide.save')}</Button>
        <Button size="small" onPress={() => setDraft(null)}>{t('slide.cancel')}</Button>
      </div>
    </div>
  );
}
