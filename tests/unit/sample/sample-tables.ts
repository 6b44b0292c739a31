import { generateSample } from '#resources/sample/generate.ts';

/** The sample as an outsider sees it: files, read with a parser that knows nothing of the generator. */
export const files = generateSample();

export type Row = Readonly<Record<string, string>>;

/** RFC 4180 text to rows by header. */
export function parseCsv(text: string): Row[] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (quoted && char === '"' && text[i + 1] === '"') { cell += '"'; i += 1; }
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === ',' || char === '\n')) {
      record.push(cell);
      cell = '';
      if (char === '\n') { records.push(record); record = []; }
    } else cell += char;
  }
  const [header = [], ...rest] = records;
  return rest.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

/** The rows of one of the generated tables. */
export function table(name: string): Row[] {
  const file = files.find((candidate) => candidate.name === name);
  if (!file) throw new Error(`the sample has no ${name}`);
  return parseCsv(file.text);
}

export const interactions = table('interactions.csv');
export const surveys = table('surveys.csv');
export const evaluations = table('quality_scores.csv');
export const tags = table('tags.csv');
export const purchases = table('purchases.csv');
export const customers = table('customers.csv');
export const codebook = table('codebook.csv');

const byId = new Map(interactions.map((row) => [row['interaction_id'], row]));

/** The interaction with this external id. */
export function interactionOf(id: string | undefined): Row {
  const row = byId.get(id);
  if (!row) throw new Error(`no interaction ${id}`);
  return row;
}

/** The local date of an interaction. */
export function dateOf(id: string | undefined): string {
  return (interactionOf(id)['started_at'] ?? '').slice(0, 10);
}

/** Random-sampled evaluations beside the customer's answer about the same interaction. */
export const matched = evaluations.filter((row) => row['purpose'] === 'random').flatMap((evaluation) => {
  const survey = surveys.find((row) => row['interaction_id'] !== '' && row['interaction_id'] === evaluation['interaction_id']);
  return survey ? [{ evaluation, survey, interaction: interactionOf(evaluation['interaction_id']) }] : [];
});

export const dayMs = 86_400_000;

/** The Monday of the week of an ISO date. */
export function mondayOf(isoDate: string): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * dayMs).toISOString().slice(0, 10);
}

export const share = <T>(rows: readonly T[], isCounted: (row: T) => boolean): number => rows.filter(isCounted).length / rows.length;
export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
