import type { ItemValue, RecordKind } from '../record-kind.ts';
import { present, type SurveyAnswer, type SurveyItem, type SurveyRecord } from '../records.ts';
import { answeredAtNames, customerIdNames, interactionIdNames, sentAtNames } from './field-names.ts';

/** One item object a target and scale, shared by all records that answer it. */
const items = new WeakMap<object, Map<string, SurveyItem>>();

function itemOf({ target, scale }: ItemValue): SurveyItem {
  const scaleKey = scale ? `${scale.min} ${scale.max} ${scale.direction}` : '';
  let byScale = items.get(target);
  if (!byScale) items.set(target, (byScale = new Map()));
  let item = byScale.get(scaleKey);
  if (!item) {
    item = { key: target.key, kind: target.kind, label: target.label, scaleMin: scale?.min ?? null, scaleMax: scale?.max ?? null, direction: scale?.direction ?? 'up' };
    byScale.set(scaleKey, item);
  }
  return item;
}

/** One row a response, or, with `question` and `answer`, one row an answer. */
export const surveysKind: RecordKind = {
  kind: 'surveys',
  label: 'Survey responses',
  items: 'survey',
  identity: 'externalId',
  long: { question: 'question', answer: 'answer', isByQuestion: true },
  fields: [
    {
      field: 'externalId', label: 'Response ID', value: 'id', weight: 4,
      names: ['response id', 'respondent id', 'survey response id', 'submission id', 'survey id', 'response', 'token', 'network id', 'antwort id', 'teilnehmer id', 'id reponse', 'identifiant de reponse', 'id respuesta', 'respons id'], weakNames: ['id', '#'],
    },
    { field: 'interactionExternalId', label: 'Interaction ID', value: 'id', names: [...interactionIdNames, 'external data reference', 'external reference'] },
    { field: 'customerExternalId', label: 'Customer ID', value: 'id', names: customerIdNames },
    { field: 'sentAt', label: 'Sent at', value: 'moment', names: sentAtNames, weight: 1 },
    { field: 'answeredAt', label: 'Answered at', value: 'moment', names: answeredAtNames, weakNames: ['date', 'datum', 'fecha', 'date modified', 'date created'], weight: 2 },
    {
      field: 'comment', label: 'Comment', value: 'text',
      names: ['comment', 'comments', 'customer comment', 'verbatim', 'feedback', 'free text', 'open comment', 'remarks', 'kommentar', 'freitext', 'anmerkung', 'commentaire', 'comentario', 'comentarios', 'opmerking', 'toelichting'],
    },
    { field: 'question', label: 'Question (one row an answer)', value: 'text', names: ['question', 'question text', 'item', 'survey item', 'frage', 'pregunta', 'vraag'], weight: 2 },
    { field: 'answer', label: 'Answer (one row an answer)', value: 'answer', names: ['answer', 'response value', 'answer value', 'rating', 'antwort', 'reponse', 'respuesta', 'antwoord'], weakNames: ['value', 'score', 'response'], weight: 2 },
  ],
  build: ({ row, values, surveyItems, contentId }) => {
    const answers: SurveyAnswer[] = surveyItems.map((item) => ({ item: itemOf(item), value: item.value, text: item.text }));
    return present<SurveyRecord>({
      kind: 'surveys', row, answers,
      externalId: values.text('externalId') ?? contentId(),
      interactionExternalId: values.text('interactionExternalId'), customerExternalId: values.text('customerExternalId'),
      sentAt: values.text('sentAt'), answeredAt: values.text('answeredAt'), comment: values.text('comment'),
    });
  },
  groupKey: (record) => (record.kind === 'surveys' ? record.externalId : null),
  merge: (into, next) => {
    if (into.kind !== 'surveys' || next.kind !== 'surveys') return;
    into.answers.push(...next.answers);
    if (into.comment === undefined && next.comment !== undefined) into.comment = next.comment;
  },
};
