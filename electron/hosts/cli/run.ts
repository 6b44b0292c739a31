import { parseArgs } from 'node:util';
import { ORPCError } from '@orpc/client';
import { EarshotError } from '#shared/errors.ts';
import { UsageError } from './command.ts';
import type { Call, Command, Terminal } from './command.ts';
import { commands } from './commands/index.ts';

/** 0: done. 1: done, with problems. 2: not understood, or refused. */
export type ExitCode = 0 | 1 | 2;

function help(): string {
  const lines = commands.map(({ name, usage, summary }) => `  earshot ${name} ${usage}\n      ${summary}`);
  return `Earshot: hear the distance between your service and your customers.\n\n${lines.join('\n')}\n\n  --json prints one JSON document. Exit code: 0 done, 1 done with problems, 2 refused.`;
}

function parseCall(command: Command, argv: readonly string[], terminal: Terminal): Call {
  const usage = `Usage: earshot ${command.name} ${command.usage}`;
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: { ...command.options, json: { type: 'boolean' } }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0] ?? ''}. ${usage}`);
  }
  const [least, most] = command.arity;
  if (parsed.positionals.length < least || parsed.positionals.length > most) throw new UsageError(usage);
  return { args: parsed.positionals, values: parsed.values, terminal };
}

type BadInput = { issues?: readonly { path?: readonly (string | number)[]; message?: string }[] };

/** A failure as a code and a sentence. */
function describe(error: unknown): { code: string; message: string } {
  if (error instanceof UsageError) return { code: 'USAGE', message: error.message };
  if (error instanceof EarshotError) return { code: error.code, message: error.message };
  if (error instanceof ORPCError && error.defined) return { code: error.code, message: error.message };
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    const issues = (error.data as BadInput | undefined)?.issues ?? [];
    const places = issues.map(({ path = [], message = '' }) => `${path.join('.')}: ${message}`);
    return { code: 'BAD_INPUT', message: places.length > 0 ? places.join('; ') : 'The input makes no sense.' };
  }
  return { code: 'UNEXPECTED', message: 'Something unexpected went wrong. Everything that was confirmed before is on disk.' };
}

function report(error: unknown, terminal: Terminal, wantsJson: boolean): ExitCode {
  const failure = describe(error);
  terminal.say(failure.message);
  if (failure.code === 'UNEXPECTED' && error instanceof Error && process.env['EARSHOT_DEBUG'] !== undefined) terminal.say(error.stack ?? '');
  if (wantsJson) terminal.out(`${JSON.stringify({ error: failure })}\n`);
  return 2;
}

/** Runs one command line. Prints its document and says what there is to say; never throws. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.say(help());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((known) => known.name === name);
  const wantsJson = rest.includes('--json');
  try {
    if (command === undefined) throw new UsageError(`There is no command “${name}”. Commands: ${commands.map((known) => known.name).join(', ')}.`);
    const outcome = await command.run(parseCall(command, rest, terminal));
    if (command.printsJson !== 'itself') {
      const isJson = wantsJson || command.printsJson === 'always';
      terminal.out(isJson ? `${JSON.stringify(outcome.json)}\n` : `${outcome.text}\n`);
    }
    return outcome.hasProblems === true ? 1 : 0;
  } catch (error) {
    return report(error, terminal, wantsJson && command?.printsJson !== 'always');
  }
}
