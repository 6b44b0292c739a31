import { useState } from 'react';
import { Label, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { versionsIn } from '#renderer/engine/use-seen.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { codeParts } from '#shared/commands/codebook.ts';
import { type Seen, seenOf } from '#shared/commands/edit.ts';
import type { Code } from '#shared/model/code.ts';
import { branchesOf, idsBelow, indented } from './code-branches.ts';
import { isWorthSaving, savedForm } from './code-draft.ts';

const controllers = ['agent', 'process', 'product', 'policy', 'customer'] as const;
const atTop = 'top';
const nothing = 'none';

const fieldsOf = (code: Code) => Object.keys(code) as (keyof Code)[];
const only = <T extends object>(from: T, keys: readonly string[]): Partial<T> => Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key))) as Partial<T>;

/** Everything about one code. Every field is saved when it is left; undo takes each change back. */
export function CodeForm({ code, codes }: { code: Code; codes: readonly Code[] }) {
  const { t } = useTranslation('codebook');
  const [draft, setDraft] = useState(code);
  const [failure, setFailure] = useState<unknown>(null);
  const [shown, setShown] = useState(code);
  const [seen, setSeen] = useState(() => seenOf(codeParts, code));
  // What was saved, taken back or changed in another window replaces what stands in the fields, except where somebody is writing.
  if (JSON.stringify(shown) !== JSON.stringify(code)) {
    const written = fieldsOf(shown).filter((field) => JSON.stringify(draft[field]) !== JSON.stringify(shown[field]));
    setShown(code);
    setDraft({ ...code, ...only(draft, written) });
    setSeen({ ...seenOf(codeParts, code), ...only(seen, written) as Seen });
  }
  const save = (next: Code): void => {
    setDraft(next);
    if (!isWorthSaving(code, next)) return;
    const fields = savedForm(next);
    // What this form has sent counts as seen, so that one field after the other can be left in quick succession.
    setSeen({ ...seen, ...seenOf(codeParts, fields) });
    client.codebook.change({ id: code.id, ...fields, seen }).then(() => {
      setFailure(null);
      announce(t('form.saved', { name: next.name }));
    }).catch((error: unknown) => {
      setSeen({ ...seen, ...versionsIn(error) });
      setFailure(error);
    });
  };
  const put = (part: Partial<Code>): void => setDraft({ ...draft, ...part });
  const choose = (part: Partial<Code>): void => save({ ...draft, ...part });
  const example = (at: number) => (text: string) => put({ examples: Array.from({ length: Math.max(2, draft.examples.length) }, (_, index) => (index === at ? text : draft.examples[index] ?? '')) });
  return (
    <div className="codebook-form" onBlur={() => save(draft)}>
      {failure === null ? null : (
        <ErrorState layout="bar" failure={failureOf(failure)} actions={<Button onPress={() => { setDraft(code); setSeen(seenOf(codeParts, code)); setFailure(null); }}>{t('form.putBack')}</Button>} />
      )}
      <div className="codebook-fields">
        <TextField label={t('field.name')} value={draft.name} onChange={(name) => put({ name })} maxLength={120} problem={draft.name.trim() === '' ? t('form.needsName') : null} />
        <TextField label={t('field.key')} help={t('form.keyHelp')} value={draft.key} onChange={(key) => put({ key })} maxLength={40} problem={draft.key.trim() === '' ? t('form.needsKey') : null} />
        <Select
          label={t('field.kind')} value={draft.kind} onChange={(kind) => choose({ kind })}
          options={(['cause', 'behaviour', 'event'] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <ParentSelect code={draft} codes={codes} onChange={(parentId) => choose({ parentId })} />
        <DigitSelect code={draft} codes={codes} onChange={(quickSlot) => choose({ quickSlot })} />
        <ColourPicker value={draft.colour} onChange={(colour) => choose({ colour })} />
      </div>
      <TextField label={t('field.definition')} help={t('form.definitionHelp')} value={draft.definition} onChange={(definition) => put({ definition })} rows={3} maxLength={4000} />
      <div className="codebook-fields" data-wide="">
        <TextField label={t('field.example', { n: 1 })} value={draft.examples[0] ?? ''} onChange={example(0)} maxLength={1000} />
        <TextField label={t('field.example', { n: 2 })} value={draft.examples[1] ?? ''} onChange={example(1)} maxLength={1000} />
      </div>
      {draft.kind === 'behaviour' ? (
        <RadioGroup
          label={t('field.dimension')} value={draft.dimension ?? nothing} onChange={(value) => choose({ dimension: value === nothing ? null : value })}
          options={[{ value: 'technical', label: t('dimension.technical') }, { value: 'emotional', label: t('dimension.emotional') }, { value: nothing, label: t('dimension.none') }]}
        />
      ) : null}
      {draft.kind === 'cause' ? <CauseFields code={draft} put={put} choose={choose} /> : null}
    </div>
  );
}

type FieldsProps = { code: Code; put: (part: Partial<Code>) => void; choose: (part: Partial<Code>) => void };

function CauseFields({ code, put, choose }: FieldsProps) {
  const { t } = useTranslation('codebook');
  const own = code.controllableBy !== null && !controllers.some((name) => name === code.controllableBy) ? [code.controllableBy] : [];
  return (
    <div className="codebook-fields">
      <TextField label={t('field.owner')} help={t('form.ownerHelp')} value={code.owner ?? ''} onChange={(owner) => put({ owner })} maxLength={120} />
      <Select
        label={t('field.controllableBy')} value={code.controllableBy ?? nothing} onChange={(value) => choose({ controllableBy: value === nothing ? null : value })}
        options={[{ value: nothing, label: t('controllableBy.none') }, ...controllers.map((name) => ({ value: name, label: t(`controllableBy.${name}`) })), ...own.map((name) => ({ value: name, label: name }))]}
      />
      <RadioGroup
        label={t('field.preventable')} value={code.preventable === null ? 'unknown' : code.preventable ? 'yes' : 'no'}
        onChange={(value) => choose({ preventable: value === 'unknown' ? null : value === 'yes' })}
        options={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: t(`preventable.${value}`) }))}
      />
    </div>
  );
}

function ParentSelect({ code, codes, onChange }: { code: Code; codes: readonly Code[]; onChange: (parentId: string | null) => void }) {
  const { t } = useTranslation('codebook');
  const below = idsBelow(codes, code.id);
  const options = indented(branchesOf(codes)).filter((entry) => !below.has(entry.code.id)).map((entry) => ({ value: entry.code.id, label: entry.label }));
  return <Select label={t('field.parent')} value={code.parentId ?? atTop} options={[{ value: atTop, label: t('form.atTop') }, ...options]} onChange={(value) => onChange(value === atTop ? null : value)} />;
}

function DigitSelect({ code, codes, onChange }: { code: Code; codes: readonly Code[]; onChange: (slot: number | null) => void }) {
  const { t } = useTranslation('codebook');
  const options = Array.from({ length: 9 }, (_, at) => at + 1).map((slot) => ({ value: String(slot), label: String(slot), hint: codes.find((other) => other.quickSlot === slot && other.id !== code.id)?.name }));
  return (
    <Select
      label={t('field.digit')} value={code.quickSlot === null ? nothing : String(code.quickSlot)} options={[{ value: nothing, label: t('form.noDigit') }, ...options]}
      onChange={(value) => onChange(value === nothing ? null : Number(value))}
    />
  );
}

function ColourPicker({ value, onChange }: { value: number; onChange: (colour: number) => void }) {
  const { t } = useTranslation('codebook');
  return (
    <AriaRadioGroup className="field" orientation="horizontal" value={String(value % 4)} onChange={(next) => onChange(Number(next))}>
      <Label className="field-label">{t('field.colour')}</Label>
      <div className="codebook-colours">
        {[0, 1, 2, 3].map((colour) => (
          <Radio key={colour} value={String(colour)} aria-label={t('form.colour', { n: colour + 1 })} className="codebook-colour">
            <span className="codebook-swatch" data-colour={colour + 1} aria-hidden />
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
