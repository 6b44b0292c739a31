import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '#renderer/app/commands/command.ts';
import { currentHost } from '#renderer/app/commands/current-host.ts';
import { commandsInForce } from '#renderer/app/commands/in-force.ts';
import { isMac, keyLabel } from '#renderer/app/commands/key-labels.ts';
import { labelOf } from '#renderer/app/commands/menu-tree.ts';
import { bindingOf, whyRefused, type KeyRefusal } from '#renderer/app/commands/remapping.ts';
import { Button } from '#renderer/ui/button.tsx';

type KeyFieldProps = { command: Command; label: string; onKey: (binding: string) => void; onCancel: () => void };

type KeyChangerProps = { command: Command; /** What is on the button, and what it is called. */ text: string; name: string; fieldName: string; onKey: (binding: string) => void };

/** A button that gives way to a field waiting for a key, and comes back with focus. */
export function KeyChanger({ command, text, name, fieldName, onKey }: KeyChangerProps) {
  const [state, setState] = useState<'resting' | 'waiting' | 'back'>('resting');
  if (state === 'waiting') {
    return <KeyField command={command} label={fieldName} onCancel={() => setState('back')} onKey={(binding) => { setState('back'); onKey(binding); }} />;
  }
  // oxlint-disable-next-line jsx-a11y/no-autofocus -- focus was in the field that the button stands in for again
  return <Button size="small" autoFocus={state === 'back'} onPress={() => setState('waiting')} aria-label={name}>{text}</Button>;
}

/** Waits for the key that a command is to have. What it cannot have is refused with the reason; Escape leaves all as it was, Tab moves on. */
function KeyField({ command, label, onKey, onCancel }: KeyFieldProps) {
  const { t } = useTranslation('frame');
  const [refused, setRefused] = useState<{ binding: string; why: KeyRefusal } | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return onCancel();
    const binding = bindingOf(event.nativeEvent, isMac());
    if (binding === null || event.repeat) return;
    const why = whyRefused(binding, command, { commands: commandsInForce(), host: currentHost() });
    if (why === null) onKey(binding);
    else setRefused({ binding, why });
  };
  return (
    <span className="key-field">
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the field was asked for by the button that it stands in for */}
      <input className="text-input" readOnly autoFocus aria-label={label} aria-describedby="key-field-refusal" placeholder={t('changeKeys.press')} value={refused === null ? '' : keyLabel(refused.binding)} onKeyDown={onKeyDown} />
      <Button size="small" variant="quiet" onPress={onCancel}>{t('changeKeys.cancel')}</Button>
      <span id="key-field-refusal" role="alert" className="key-field-refusal">
        {refused === null ? null : t(`changeKeys.refused.${refused.why.kind}`, { key: keyLabel(refused.binding), other: refused.why.kind === 'clash' ? labelOf(t, refused.why.other) : '' })}
      </span>
    </span>
  );
}
