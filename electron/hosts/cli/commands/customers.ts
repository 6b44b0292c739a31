import type { ModelValue } from '#shared/model/model-value.ts';
import { argument, countValue } from '../command.ts';
import type { Command, Outcome } from '../command.ts';
import { columns } from '../figures.ts';
import { withProject, type EngineClient } from '../project-call.ts';

async function atRisk(client: EngineClient, limit: number): Promise<Outcome> {
  const { rows, total, tiers, rule, ...rest } = await client.customers.atRisk({ offset: 0, limit });
  const lines = rows.map((row) => [row.externalId, row.name, row.tier, row.badCount, row.contacts, row.yearMargin?.toFixed(2) ?? null, row.lastBadAt.slice(0, 10)]);
  return {
    json: { total, rows, tiers, rule, ...rest },
    text: total === 0 ? 'No customer is known to have had a bad experience.' : columns([['customer', 'name', 'tier', 'bad experiences', 'contacts', 'margin of a year', 'last'], ...lines]),
  };
}

/** The trial of the model before its value, as in the page; nothing where there is no model. */
function modelLines({ value, holdOut, method, refusal, currency }: ModelValue): string[] {
  if (holdOut === null || method === null) return [];
  const told = (figure: number): string => (holdOut.of === 'stayed' ? `${Math.round(100 * figure)} % to stay` : `${Math.round(figure)} purchases`);
  const money = (figure: number): string => `${Number(figure.toPrecision(2))}${currency === null ? '' : ` ${currency}`}`;
  const worth = value.value === null ? `no value: ${refusal ?? value.reason ?? 'not known'}` : `may still bring about ${money(value.value)}${value.ci === null ? '' : `, 95 % interval ${money(value.ci.lo)} to ${money(value.ci.hi)}`}`;
  return [`model ${method}, tried from ${holdOut.from} on ${holdOut.customers} customers: expected ${told(holdOut.predicted)}, came ${told(holdOut.observed)}`, worth];
}

async function thread(client: EngineClient, id: string): Promise<Outcome> {
  const { customer, thread: entries, story } = await client.customers.thread({ id });
  const modelValue = await client.customers.modelValue({ id });
  const lines = entries.map((entry) => {
    if (entry.kind === 'contact') return [entry.at?.slice(0, 10) ?? null, entry.channel, entry.externalId, entry.words?.text ?? entry.reason];
    if (entry.kind === 'survey') return [entry.at?.slice(0, 10) ?? null, 'survey', entry.interaction, entry.answers.map(({ key, value }) => `${key} ${value ?? '-'}`).join(', ')];
    return [entry.at.slice(0, 10), entry.what, null, entry.product];
  });
  return {
    json: { customer, thread: entries, story, modelValue },
    text: [
      `${customer.externalId}  ${customer.name ?? ''}  since ${customer.since ?? 'not known'}  ${customer.tier ?? 'nothing known'}`, ...modelLines(modelValue),
      columns([['day', 'what', 'interaction', 'words'], ...lines]),
    ].join('\n'),
  };
}

/** `customers P [ID] [--limit N]` */
export const customersCommand: Command = {
  name: 'customers',
  usage: 'P [ID] [--limit N]',
  summary: 'customers at risk, or the thread of one',
  options: { limit: { type: 'string' } },
  arity: [1, 2],
  run: (call) => withProject(argument(call, 0), ({ client }) => (
    call.args.length > 1 ? thread(client, argument(call, 1)) : atRisk(client, Math.min(500, countValue(call, 'limit') ?? 50)))),
};
