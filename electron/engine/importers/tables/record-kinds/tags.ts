import type { RecordKind, RowValues } from '../record-kind.ts';
import { present, type TagRecord } from '../records.ts';
import { choicesOf } from '../values/words.ts';
import { interactionIdNames, noteNames } from './field-names.ts';

const severities = choicesOf({ 1: ['low', 'minor', 'niedrig', 'gering', 'faible', 'baja', 'laag'], 2: ['medium', 'moderate', 'mittel', 'moyenne', 'media', 'midden'], 3: ['high', 'severe', 'major', 'critical', 'hoch', 'schwer', 'elevee', 'alta', 'hoog'] });
const outcomes = choicesOf({ taken: ['done', 'genutzt', 'saisie', 'benut'], missed: ['missed opportunity', 'verpasst', 'manquee', 'gemist'], wrong: ['falsch', 'erronee', 'verkeerd'], none: ['no opportunity', 'not applicable', 'keine', 'aucune', 'geen'] });

type Place = { ms?: number | undefined; turn?: number | undefined; bare?: number | undefined };

/** A place was read as milliseconds, as `turn N`, or as `at N`: seconds of a call, a turn of what was written. */
function placeOf(values: RowValues, field: string): Place {
  const ms = values.number(field);
  if (ms !== undefined) return { ms };
  const [, kind, number] = /^(turn|at) (\d+)$/.exec(values.text(field) ?? '') ?? [];
  return kind === undefined ? {} : { [kind === 'turn' ? 'turn' : 'bare']: Number(number) };
}

/** One row a tag on a place of an interaction. */
export const tagsKind: RecordKind = {
  kind: 'tags',
  label: 'Tags',
  fields: [
    { field: 'interactionExternalId', label: 'Interaction ID', value: 'id', names: interactionIdNames, isRequired: true, weight: 1 },
    { field: 'codeKey', label: 'Code', value: 'id', names: ['code', 'code key', 'tag', 'tag code', 'cause', 'cause code', 'etikett', 'etiquette', 'etiqueta', 'codigo'], isRequired: true, weight: 2 },
    { field: 'at', label: 'At', value: 'place', names: ['at', 'from', 'start', 'time', 'begin', 'position', 'offset', 'von', 'ab', 'de', 'desde', 'van'], isRequired: true, weight: 2 },
    { field: 'to', label: 'To', value: 'place', names: ['to', 'until', 'end', 'till', 'bis', 'a', 'jusqu a', 'hasta', 'tot'], weight: 2 },
    { field: 'note', label: 'Note', value: 'text', names: noteNames, weight: 1 },
    { field: 'severity', label: 'Severity', value: 'choice', choices: severities, names: ['severity', 'weight', 'schwere', 'schweregrad', 'gravite', 'gravedad', 'ernst'], weight: 2 },
    { field: 'outcome', label: 'Outcome', value: 'choice', choices: outcomes, names: ['outcome', 'result', 'ergebnis', 'resultat', 'resultado'], weight: 1 },
    { field: 'coder', label: 'Coder', value: 'text', names: ['coder', 'tagged by', 'rater', 'listener', 'supervisor', 'kodierer', 'codeur', 'codificador', 'codeur naam'], weight: 3 },
  ],
  build: ({ row, values }) => {
    const at = placeOf(values, 'at');
    const to = placeOf(values, 'to');
    const runsBack = (['ms', 'turn', 'bare'] as const).some((unit) => (to[unit] ?? Infinity) < (at[unit] ?? 0));
    if (runsBack) return { field: 'to', code: 'MOMENT_INVALID', expected: 'an end that is not before the start', advice: 'Correct the end of the tag.' };
    const severity = values.text('severity');
    return present<TagRecord>({
      kind: 'tags', row,
      interactionExternalId: values.required('interactionExternalId'), codeKey: values.required('codeKey'),
      startMs: at.ms, endMs: to.ms, turnNumber: at.turn, endTurnNumber: to.turn, bareStart: at.bare, bareEnd: to.bare, note: values.text('note'),
      severity: severity === undefined ? undefined : (Number(severity) as 1 | 2 | 3), outcome: values.text('outcome') as TagRecord['outcome'], coder: values.text('coder'),
    });
  },
};
