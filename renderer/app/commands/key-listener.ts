import { useKeyboardSettings } from '#renderer/stores/keyboard-settings.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { type Command, type Host, type Region } from './command.ts';
import { currentHost } from './current-host.ts';
import { isCommandEnabled, runCommand } from './handlers.ts';
import { commandsInForce } from './in-force.ts';
import { matchesByCharacter, matchesByPlace } from './key-match.ts';

/** What surrounds a key press. */
export type KeyContext = {
  host: Host;
  screen: string;
  /** The region that holds focus. */
  region: Region | null;
  isTyping: boolean;
  /** Focus is on something that Space or Enter press by themselves. */
  isOnButton: boolean;
  areSingleKeysOn: boolean;
};

const typingSelector = 'input:not([type=checkbox],[type=radio],[type=button],[type=range]),textarea,select,[contenteditable=""],[contenteditable=true],[role=textbox],[role=combobox],[role=searchbox],[role=spinbutton]';
const buttonSelector = 'button,a[href],summary,input,[role=button],[role=checkbox],[role=switch],[role=tab],[role=radio],[role=menuitem],[role=option]';

/** The commands that a key press could mean, likeliest first. Pure. */
export function commandsFor(event: KeyboardEvent, context: KeyContext, commands: readonly Command[] = commandsInForce()): Command[] {
  if (event.isComposing || event.getModifierState('AltGraph')) return [];
  const heard = commands.map((command) => ({ command, bindings: heardBindings(command, context) }));
  const matching = (matches: (event: KeyboardEvent, binding: string) => boolean): Command[] =>
    heard.filter(({ command, bindings }) => (!event.repeat || command.repeats === true) && bindings.some((b) => matches(event, b)) && !isForButton(event, context))
      .map(({ command }) => command);
  const byCharacter = matching(matchesByCharacter);
  return byCharacter.length > 0 ? byCharacter : matching(matchesByPlace);
}

/** Space and Enter on a focused button press that button and nothing else. */
function isForButton(event: KeyboardEvent, context: KeyContext): boolean {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  return context.isOnButton && isPlain && !event.shiftKey && (event.key === ' ' || event.key === 'Enter');
}

function heardBindings(command: Command, context: KeyContext): readonly string[] {
  const isInScope = command.scope === 'everywhere' || command.scope === context.screen;
  const chords = isInScope && !(command.notWhileTyping === true && context.isTyping) ? command.keys[context.host] : [];
  const { single } = command;
  const hearsSingle = single && context.areSingleKeysOn && !context.isTyping && context.region !== null && single.regions.includes(context.region);
  return hearsSingle ? [...single.keys, ...chords] : chords;
}

function contextOf(target: EventTarget | null): KeyContext {
  const element = target instanceof Element ? target : null;
  return {
    host: currentHost(),
    screen: useNavigation.getState().place.screen,
    region: (element?.closest('[data-scope]')?.getAttribute('data-scope') ?? null) as Region | null,
    isTyping: element?.closest(typingSelector) !== null && element !== null,
    isOnButton: element?.closest(buttonSelector) !== null && element !== null,
    areSingleKeysOn: useKeyboardSettings.getState().areSingleKeysOn,
  };
}

const isChord = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key);

// Chords are heard on the way down, because buttons keep Enter and Space for themselves whatever is held with them;
// single keys on the way up, so that the grid and the waveform come first.
function onChord(event: KeyboardEvent): void {
  if (isChord(event)) obey(event);
}

function onSingleKey(event: KeyboardEvent): void {
  if (!isChord(event)) obey(event);
}

function obey(event: KeyboardEvent): void {
  // A dialog, menu or popover has the keyboard to itself; `ui/` marks them.
  if (event.defaultPrevented || document.querySelector('[data-overlay]') !== null) return;
  const command = commandsFor(event, contextOf(event.target)).find(({ id }) => isCommandEnabled(id));
  if (!command) return;
  event.preventDefault();
  event.stopPropagation();
  runCommand(command.id);
}

/** The window's one key listener. @returns how to stop it. */
export function listenForKeys(): () => void {
  window.addEventListener('keydown', onChord, { capture: true });
  window.addEventListener('keydown', onSingleKey);
  return () => {
    window.removeEventListener('keydown', onChord, { capture: true });
    window.removeEventListener('keydown', onSingleKey);
  };
}
