import { useKeyboardSettings } from '#renderer/stores/keyboard-settings.ts';
import type { Command } from './command.ts';
import { commandList } from './command-list.ts';
import { inForce } from './remapping.ts';

let last: { changes: unknown; pedal: unknown; commands: readonly Command[]; byId: ReadonlyMap<string, Command> } | null = null;

function current(): NonNullable<typeof last> {
  const { changes, pedal } = useKeyboardSettings.getState();
  if (last?.changes === changes && last.pedal === pedal) return last;
  const commands = inForce(commandList, { changes, pedal });
  last = { changes, pedal, commands, byId: new Map(commands.map((command) => [command.id, command])) };
  return last;
}

/** Every command with the keys that it has now on this computer. */
export function commandsInForce(): readonly Command[] {
  return current().commands;
}

/** One of them. @throws RangeError for an id that no list has: a typing mistake in the source */
export function commandInForce(id: string): Command {
  const command = current().byId.get(id);
  if (!command) throw new RangeError(`No command is called ${id}.`);
  return command;
}
