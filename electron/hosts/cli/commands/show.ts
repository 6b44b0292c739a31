import { wholeInteraction } from '#shared/contract/interactions.ts';
import type { Turn } from '#shared/model/interaction.ts';
import { argument } from '../command.ts';
import type { Command } from '../command.ts';
import { clockTime } from '../clock-time.ts';
import { withProject } from '../project-call.ts';

function turnOf({ speaker, role, startMs, endMs, text }: Turn) {
  return { speaker, role, startMs, endMs, text };
}

/** `show P ID` */
export const showCommand: Command = {
  name: 'show',
  usage: 'P ID',
  summary: 'shows one interaction, whole',
  options: {},
  arity: [2, 2],
  run: (call) => withProject(argument(call, 0), async ({ client }) => {
    const { interaction, turns, tags, evaluations, surveys, quotes, notes, media } = wholeInteraction(await client.interactions.get({ id: argument(call, 1) }));
    const head = `${interaction.externalId}  ${interaction.channel}  ${interaction.startedAt ?? 'time not known'}  ${clockTime(interaction.durationMs)}`;
    const said = turns.map((turn) => `${clockTime(turn.startMs).padStart(7)}  ${turn.role.padEnd(8)}  ${turn.text}`);
    const marked = tags.map((tag) => `${clockTime(tag.startMs).padStart(7)}  tag       ${tag.codeName}${tag.note === null ? '' : `: ${tag.note}`}`);
    return {
      json: { interaction, turns: turns.map(turnOf), tags, evaluations, surveys, quotes, notes, media },
      text: [head, ...said, ...marked].join('\n'),
    };
  }),
};
