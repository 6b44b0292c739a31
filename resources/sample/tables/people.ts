import { isoDate } from '../calendar.ts';
import { beliefs } from '../plan/quotas.ts';
import { createRandom } from '../random.ts';
import type { SampleFile } from '../sample-file.ts';
import { agents } from '../world/agents.ts';
import { codebook, leafCauses } from '../world/codebook.ts';
import { type Customer, sinceDate } from '../world/customers.ts';
import { coachingDay } from '../calendar.ts';
import { csvFile } from './csv.ts';

/** `agents.csv`, `customers.csv`. */
export function peopleFiles(customers: readonly Customer[]): SampleFile[] {
  return [
    csvFile('agents.csv', ['agent_id', 'name', 'team', 'since'], agents.map(({ id, name, team, since }) => [id, name, team, since])),
    csvFile('customers.csv', ['customer_id', 'name', 'since', 'segment', 'region', 'consent_quotes', 'billing'],
      customers.map((customer) => [customer.id, customer.name, sinceDate(customer), customer.segment, customer.region, customer.consentQuotes ? 'yes' : 'no', customer.billing])),
  ];
}

/** `codebook.csv`, `owners.csv`. Palette indexes run from 0 to 11. */
export function codebookFiles(): SampleFile[] {
  return [
    csvFile('codebook.csv', ['code', 'name', 'kind', 'parent', 'owner', 'controllable_by', 'preventable', 'definition', 'example_1', 'example_2', 'colour_index', 'dimension'],
      codebook.map((entry, index) => [entry.code, entry.name, entry.kind, entry.parent, entry.owner, entry.controllableBy, entry.preventable, entry.definition, ...entry.examples, index % 12, entry.dimension])),
    csvFile('owners.csv', ['cause_code', 'owner', 'controllable_by', 'preventable'],
      leafCauses.filter((entry) => entry.owner !== '').map((entry) => [entry.code, entry.owner, entry.controllableBy, entry.preventable])),
  ];
}

/** `belief_poll.csv`: what leaders, managers and agents believe of the company, asked with the words of the customers' item. */
export function beliefFile(seed: number): SampleFile {
  const random = createRandom(seed, 'beliefs');
  const rows = beliefs.flatMap(({ group, top, asked }) => Array.from({ length: asked }, (_, index) => [
    `${group}-${String(index + 1).padStart(2, '0')}`, group, 'superior', index < top ? 5 : random.weighted([4, 3, 2], group === 'leader' ? [4, 1, 0] : [4, 4, 2]),
    `${isoDate(coachingDay + 8 + random.int(0, 9))}T${String(random.int(8, 17)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}:00Z`,
  ]));
  return csvFile('belief_poll.csv', ['respondent_id', 'group', 'question', 'answer', 'answered_at'], rows);
}
