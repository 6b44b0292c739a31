import { argument, countValue } from '../command.ts';
import type { Command } from '../command.ts';
import { clockTime } from '../clock-time.ts';
import { withProject } from '../project-call.ts';
import type { EngineClient } from '../project-call.ts';
import { filterOf, whereOption } from '../where.ts';

const pageHits = 200;
type Hit = Awaited<ReturnType<EngineClient['interactions']['search']>>['hits'][number];

function hitOf(hit: Hit) {
  return {
    interaction: hit.interactionId, externalId: hit.externalId, turn: hit.turnSeq, role: hit.role, startMs: hit.startMs,
    snippet: hit.snippet.map(({ text }) => text).join(''),
  };
}

/** `search P WORDS` */
export const searchCommand: Command = {
  name: 'search',
  usage: 'P WORDS [--where KEY=VALUE]... [--limit N]',
  summary: 'finds words, "a phrase", role:customer in what was said',
  options: { ...whereOption, limit: { type: 'string' } },
  arity: [2, Infinity],
  run: (call) => withProject(argument(call, 0), async ({ client }) => {
    const words = call.args.slice(1).join(' ');
    const limit = countValue(call, 'limit') ?? 50;
    const filter = filterOf(call);
    const hits: Hit[] = [];
    let total = 0;
    do {
      const page = await client.interactions.search({ words, filter, offset: hits.length, limit: Math.min(pageHits, limit - hits.length) });
      total = page.total;
      hits.push(...page.hits);
      if (page.hits.length === 0) break;
    } while (hits.length < Math.min(limit, total));
    const lines = hits.map((hit) => `${hit.externalId}  ${clockTime(hit.startMs).padStart(7)}  ${hitOf(hit).snippet}`);
    return { json: { total, hits: hits.map(hitOf) }, text: [...lines, `${hits.length} of ${total}`].join('\n') };
  }),
};
