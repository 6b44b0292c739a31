import type { ParsedTurn } from '#engine/importers/importer.ts';
import type { RecordKind, RowValues } from '../record-kind.ts';
import type { TableRecord, TurnsRecord } from '../records.ts';
import { choicesOf, readChoice } from '../values/words.ts';
import { interactionIdNames } from './field-names.ts';

const roles = choicesOf({
  agent: ['advisor', 'adviser', 'representative', 'rep', 'operator', 'assistant', 'employee', 'mitarbeiter', 'berater', 'conseiller', 'agente', 'medewerker'],
  customer: ['caller', 'client', 'user', 'consumer', 'member', 'kunde', 'kundin', 'anrufer', 'cliente', 'klant', 'visitor', 'guest'],
  bot: ['chatbot', 'virtual assistant', 'robot'],
  ivr: ['voice menu', 'automated', 'announcement'],
  system: ['server', 'automatic'],
  unknown: ['other'],
});

/** Moments of a log that writes the time of day, kept beside the turns until the first one is known. */
const moments = new WeakMap<TableRecord, { start: (number | null)[]; end: (number | null)[] }>();

type Times = { ms: number | null; moment: number | null };

function timesOf(values: RowValues, field: string): Times {
  const ms = values.number(field);
  if (ms !== undefined) return { ms, moment: null };
  const text = values.text(field);
  return { ms: null, moment: text === undefined ? null : Date.parse(text) };
}

function turnOf(values: RowValues): { turn: ParsedTurn; start: Times; end: Times; isSure: boolean } {
  const speaker = values.text('speaker') ?? values.text('role') ?? '';
  const word = values.text('role') ?? values.text('speaker') ?? '';
  const found = readChoice(word, roles);
  const role = (typeof found === 'string' ? found : 'unknown') as ParsedTurn['role'];
  const start = timesOf(values, 'startMs');
  const end = timesOf(values, 'endMs');
  return { turn: { speaker, role, startMs: start.ms, endMs: end.ms, text: values.required('text') }, start, end, isSure: role !== 'unknown' };
}

/** The time of day becomes time since the first turn, and that turn's moment the start of the interaction. */
function finishTimes(record: TurnsRecord): void {
  const known = moments.get(record);
  const first = known?.start.find((moment) => moment !== null) ?? null;
  if (!known || first === null) return;
  const { interaction } = record;
  interaction.startedAt ??= new Date(first).toISOString();
  for (const [index, turn] of interaction.turns.entries()) {
    const start = known.start[index] ?? null;
    const end = known.end[index] ?? null;
    if (start !== null && start >= first) turn.startMs = start - first;
    if (end !== null && end >= first) turn.endMs = end - first;
  }
}

/** One row a turn. Without an interaction number the file is one interaction, called as the file is. */
export const turnsKind: RecordKind = {
  kind: 'turns',
  label: 'Turns of conversations',
  alwaysGroups: true,
  fields: [
    { field: 'interactionExternalId', label: 'Interaction ID', value: 'id', names: [...interactionIdNames, 'dialogue id', 'dialog id', 'transcript id'], weight: 1 },
    { field: 'turn', label: 'Turn number', value: 'integer', names: ['turn', 'turn number', 'turn no', 'turn index', 'seq', 'sequence', 'line', 'line number', 'n', 'zeile'], weight: 2 },
    { field: 'speaker', label: 'Speaker', value: 'text', names: ['speaker', 'speaker name', 'speaker label', 'participant', 'author', 'from', 'sender', 'who', 'sprecher', 'locuteur', 'hablante', 'spreker'], weight: 3 },
    { field: 'role', label: 'Role', value: 'text', names: ['role', 'speaker role', 'participant role', 'channel role', 'rolle', 'rol'], weight: 2 },
    { field: 'startMs', label: 'Start', value: 'clock', names: ['start', 'start time', 'begin', 'in', 'offset', 'time', 'timestamp', 'start offset', 'beginn', 'debut', 'inicio', 'begintijd'], weight: 2 },
    { field: 'endMs', label: 'End', value: 'clock', names: ['end', 'end time', 'out', 'stop', 'end offset', 'ende', 'fin', 'eindtijd'], weight: 2 },
    { field: 'text', label: 'Text', value: 'text', names: ['text', 'utterance', 'transcript', 'message', 'content', 'body', 'words', 'caption', 'sentence', 'nachricht', 'texte', 'texto', 'tekst', 'mensaje'], isRequired: true, weight: 2 },
  ],
  build: ({ row, file, values }) => {
    const { turn, start, end, isSure } = turnOf(values);
    const externalId = values.text('interactionExternalId') ?? file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
    const record: TurnsRecord = { kind: 'turns', row, interaction: { externalId, channel: 'other', rolesSure: isSure, turns: [turn] } };
    if (start.moment !== null || end.moment !== null) moments.set(record, { start: [start.moment], end: [end.moment] });
    return record;
  },
  groupKey: (record) => (record.kind === 'turns' ? record.interaction.externalId : null),
  merge: (into, next) => {
    if (into.kind !== 'turns' || next.kind !== 'turns') return;
    const known = moments.get(into);
    const more = moments.get(next);
    if (known || more) {
      const empty = into.interaction.turns.map(() => null);
      const both = known ?? { start: [...empty], end: [...empty] };
      both.start.push(more?.start[0] ?? null);
      both.end.push(more?.end[0] ?? null);
      moments.set(into, both);
    }
    into.interaction.turns.push(...next.interaction.turns);
    into.interaction.rolesSure &&= next.interaction.rolesSure;
  },
  finish: (record) => {
    if (record.kind === 'turns') finishTimes(record);
  },
};
