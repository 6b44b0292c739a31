import { runStats } from '#shared/stats/registry.ts';
import { StatsInputError } from '#shared/stats/stats-input-error.ts';
import { argument, UsageError } from '../command.ts';
import type { Command } from '../command.ts';

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('Standard input has to hold one JSON object.');
  }
}

/** `stats METRIC < input.json` */
export const statsCommand: Command = {
  name: 'stats',
  usage: 'METRIC < input.json',
  summary: 'computes one statistics function',
  options: {},
  arity: [1, 1],
  printsJson: 'always',
  async run(call) {
    const input = parseInput(await call.terminal.readInput());
    try {
      return { json: runStats(argument(call, 0), input), text: '' };
    } catch (error) {
      if (error instanceof StatsInputError) throw new UsageError(error.message);
      throw error;
    }
  },
};
