import type { RecordKind } from '../record-kind.ts';
import { present, type CodeRecord } from '../records.ts';
import { choicesOf } from '../values/words.ts';
import { controllableByNames, ownerNames, preventableNames } from './field-names.ts';

/** `technical` and `emotional` name a behaviour and its dimension at once. */
const codeKinds = choicesOf({
  cause: ['root cause', 'reason', 'ursache', 'causa', 'oorzaak'],
  behaviour: ['behavior', 'agent behaviour', 'verhalten', 'comportement', 'comportamiento', 'gedrag'],
  event: ['ereignis', 'evenement', 'evento', 'gebeurtenis'],
  technical: ['technical behaviour', 'fachlich'],
  emotional: ['emotional behaviour', 'emotionell'],
});
const dimensions = choicesOf({ technical: ['technical proficiency', 'fachlich', 'technique', 'tecnico'], emotional: ['emotional connection', 'emotionell', 'emotionnel', 'emocional'] });

/** One row a code. Parents are named by their code and may stand anywhere in the file. */
export const codebookKind: RecordKind = {
  kind: 'codebook',
  label: 'Codebook',
  fields: [
    { field: 'key', label: 'Code', value: 'id', names: ['code', 'code key', 'key', 'short code', 'kurzel', 'schlussel', 'codigo', 'cle'], isRequired: true, weight: 1 },
    { field: 'name', label: 'Name', value: 'text', names: ['name', 'code name', 'label', 'title', 'bezeichnung', 'nom', 'libelle', 'nombre', 'naam'], isRequired: true, weight: 2 },
    { field: 'codeKind', label: 'Kind', value: 'choice', choices: codeKinds, names: ['kind', 'type', 'code kind', 'art', 'typ', 'genre', 'tipo', 'soort'], weight: 2 },
    { field: 'dimension', label: 'Dimension', value: 'choice', choices: dimensions, names: ['dimension', 'dimensie'], weight: 2 },
    { field: 'parentKey', label: 'Parent', value: 'id', names: ['parent', 'parent code', 'parent key', 'ubergeordnet', 'oberbegriff', 'code parent', 'padre', 'bovenliggend'], weight: 3 },
    { field: 'owner', label: 'Owner unit', value: 'text', names: ownerNames, weight: 1 },
    { field: 'controllableBy', label: 'Controllable by', value: 'text', names: controllableByNames, weight: 1 },
    { field: 'preventable', label: 'Preventable', value: 'yes-no', names: preventableNames, weight: 1 },
    { field: 'definition', label: 'Definition', value: 'text', names: ['definition', 'description', 'beschreibung', 'erklarung', 'descripcion', 'definicion', 'omschrijving', 'definitie'], weight: 3 },
    { field: 'example1', label: 'Example 1', value: 'text', names: ['example 1', 'example', 'beispiel', 'beispiel 1', 'exemple', 'exemple 1', 'ejemplo', 'ejemplo 1', 'voorbeeld', 'voorbeeld 1'], weight: 2 },
    { field: 'example2', label: 'Example 2', value: 'text', names: ['example 2', 'beispiel 2', 'exemple 2', 'ejemplo 2', 'voorbeeld 2'], weight: 2 },
    { field: 'colour', label: 'Colour', value: 'integer', names: ['colour index', 'color index', 'colour', 'color', 'farbe', 'couleur', 'kleur'], weight: 1 },
    { field: 'quickSlot', label: 'Digit key', value: 'integer', names: ['quick slot', 'digit', 'digit key', 'hotkey', 'shortcut', 'taste', 'touche', 'tecla', 'toets'], weight: 1 },
  ],
  build: ({ row, values }) => {
    const stated = values.text('codeKind') ?? 'cause';
    const isDimension = stated === 'technical' || stated === 'emotional';
    const quickSlot = values.number('quickSlot');
    if (quickSlot !== undefined && (quickSlot < 1 || quickSlot > 9)) return { field: 'quickSlot', code: 'OFF_SCALE', expected: 'a digit from 1 to 9', advice: 'Choose a digit from 1 to 9, or leave the cell empty.' };
    return present<CodeRecord>({
      kind: 'codebook', row,
      key: values.required('key'), name: values.required('name'),
      codeKind: isDimension ? 'behaviour' : (stated as CodeRecord['codeKind']),
      dimension: (isDimension ? stated : values.text('dimension')) as CodeRecord['dimension'],
      parentKey: values.text('parentKey'), owner: values.text('owner'), controllableBy: values.text('controllableBy'), preventable: values.flag('preventable'), definition: values.text('definition'),
      examples: [values.text('example1'), values.text('example2')].filter((example) => example !== undefined),
      colour: values.number('colour'), quickSlot,
    });
  },
};
