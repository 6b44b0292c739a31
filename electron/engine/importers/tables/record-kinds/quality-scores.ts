import type { RecordKind } from '../record-kind.ts';
import { present, type EvaluationRecord } from '../records.ts';
import { choicesOf } from '../values/words.ts';
import { interactionIdNames, noteNames } from './field-names.ts';

const purposes = choicesOf({
  random: ['random sample', 'random sampling', 'sample', 'quality', 'qa', 'routine', 'regular', 'zufall', 'zufallig', 'stichprobe', 'aleatoire', 'aleatorio', 'willekeurig'],
  targeted: ['target', 'complaint', 'escalation', 'selected', 'focused', 'coaching', 'gezielt', 'cible', 'dirigido', 'gericht'],
  calibration: ['calibrated', 'calibration session', 'kalibrierung', 'calibrage', 'calibracion', 'kalibratie'],
  self: ['self assessment', 'self evaluation', 'self review', 'selbst', 'selbsteinschatzung', 'auto evaluation', 'autoevaluacion', 'zelf'],
});

/** One row a filled-in scorecard, items in columns, or, with `item` and `itemValue`, one row an item. */
export const qualityScoresKind: RecordKind = {
  kind: 'quality_scores',
  label: 'Quality scores',
  items: 'score',
  identity: 'externalId',
  long: { question: 'item', answer: 'itemValue', isByQuestion: false },
  fields: [
    { field: 'externalId', label: 'Evaluation ID', value: 'id', weight: 4, names: ['evaluation id', 'review id', 'scorecard id', 'assessment id', 'monitoring id', 'qa id', 'audit id', 'bewertungs id', 'bewertung id', 'id evaluation', 'id evaluacion', 'beoordeling id'], weakNames: ['id'] },
    { field: 'interactionExternalId', label: 'Interaction ID', value: 'id', names: interactionIdNames, isRequired: true, weight: 1 },
    { field: 'form', label: 'Form', value: 'text', names: ['form', 'form name', 'scorecard', 'scorecard name', 'evaluation form', 'template', 'formular', 'bogen', 'bewertungsbogen', 'grille', 'formulario', 'formulier'], weight: 2 },
    { field: 'evaluator', label: 'Evaluator', value: 'text', names: ['evaluator', 'evaluator name', 'evaluated by', 'reviewer', 'assessor', 'auditor', 'qa analyst', 'scored by', 'bewerter', 'bewertet von', 'prufer', 'evaluateur', 'evaluador', 'beoordelaar'], weight: 3 },
    { field: 'evaluatedAt', label: 'Evaluated at', value: 'moment', names: ['evaluated at', 'evaluation date', 'review date', 'reviewed at', 'scored at', 'assessment date', 'date evaluated', 'bewertet am', 'bewertungsdatum', 'date evaluation', 'fecha evaluacion', 'beoordeeld op'], weakNames: ['date', 'datum', 'fecha'], weight: 3 },
    { field: 'purpose', label: 'Purpose', value: 'choice', choices: purposes, names: ['purpose', 'evaluation type', 'selection', 'sampling', 'zweck', 'anlass', 'objectif', 'proposito', 'doel'], weight: 2 },
    { field: 'score', label: 'Score', value: 'percentage', names: ['score', 'total score', 'overall score', 'quality score', 'qa score', 'evaluation score', 'score percent', 'final score', 'ergebnis', 'gesamtergebnis', 'punktzahl', 'note globale', 'puntuacion', 'totaalscore'], weight: 2 },
    { field: 'passed', label: 'Passed', value: 'yes-no', names: ['passed', 'pass', 'pass fail', 'is passed', 'result', 'bestanden', 'reussi', 'aprobado', 'geslaagd'], weight: 2 },
    { field: 'technical', label: 'Technical score', value: 'percentage', names: ['technical', 'technical score', 'technical proficiency', 'fachlich', 'technique', 'tecnico', 'technisch'], weight: 2 },
    { field: 'emotional', label: 'Emotional score', value: 'percentage', names: ['emotional', 'emotional score', 'emotional connection', 'emotionell', 'emotionnel', 'emocional', 'emotioneel'], weight: 2 },
    { field: 'note', label: 'Note', value: 'text', names: noteNames },
    { field: 'item', label: 'Item (one row an item)', value: 'text', names: ['item', 'question', 'criterion', 'criteria', 'question text', 'item key', 'kriterium', 'frage', 'critere', 'criterio'], weight: 2 },
    { field: 'itemValue', label: 'Points (one row an item)', value: 'answer', names: ['item score', 'points', 'answer', 'rating', 'question score', 'item value', 'punkte', 'reponse', 'puntos', 'punten'], weakNames: ['value', 'score'], weight: 2 },
    { field: 'itemMax', label: 'Points possible (one row an item)', value: 'number', names: ['max', 'max points', 'maximum', 'points possible', 'max score', 'out of', 'value max', 'item max', 'maximalpunkte', 'puntos maximos'], weight: 2 },
    { field: 'evidenceMs', label: 'Heard at (one row an item)', value: 'duration', names: ['evidence', 'evidence at', 'heard at', 'at', 'beleg', 'preuve', 'evidencia'] },
  ],
  build: ({ row, values, scoreItems, scaleOf }) => {
    const answers: EvaluationRecord['answers'] = scoreItems.map(({ key, value, scale }) => ({ item: key, value: value - scale.min, valueMax: scale.max - scale.min }));
    const item = values.text('item');
    const value = values.number('itemValue');
    if (item !== undefined && value !== undefined) {
      const scale = scaleOf('itemValue');
      const valueMax = values.number('itemMax') ?? (scale ? scale.max - scale.min : undefined);
      if (valueMax === undefined) return { field: 'itemMax', code: 'REQUIRED_MISSING', expected: 'the points possible', advice: 'Choose the scale of the points, or the column that holds the points possible.' };
      if (value > valueMax) return { field: 'itemValue', code: 'OFF_SCALE', expected: `at most ${valueMax} points`, advice: 'Correct the points or the points possible.' };
      const evidenceMs = values.number('evidenceMs');
      answers.push({ item, value: value - (values.number('itemMax') === undefined ? (scale?.min ?? 0) : 0), valueMax, ...(evidenceMs === undefined ? {} : { evidenceMs }) });
    }
    return present<EvaluationRecord>({
      kind: 'quality_scores', row, answers,
      externalId: values.text('externalId'), interactionExternalId: values.required('interactionExternalId'),
      form: values.text('form'), evaluator: values.text('evaluator'), evaluatedAt: values.text('evaluatedAt'), purpose: values.text('purpose') as EvaluationRecord['purpose'],
      score: values.number('score'), passed: values.flag('passed'), technical: values.number('technical'), emotional: values.number('emotional'), note: values.text('note'),
    });
  },
  groupKey: (record) => (record.kind === 'quality_scores' ? (record.externalId ?? `${record.interactionExternalId}\n${record.evaluator ?? ''}\n${record.evaluatedAt ?? ''}`) : null),
  merge: (into, next) => {
    if (into.kind === 'quality_scores' && next.kind === 'quality_scores') into.answers.push(...next.answers);
  },
};
