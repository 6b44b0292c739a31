import type { RecordKind } from '../record-kind.ts';
import { present, type BeliefRecord } from '../records.ts';
import { choicesOf } from '../values/words.ts';
import { answeredAtNames } from './field-names.ts';

const groups = choicesOf({
  leader: ['leaders', 'leadership', 'executive', 'executives', 'c level', 'c suite', 'board', 'director', 'management board', 'fuhrung', 'fuhrungskraft', 'geschaftsleitung', 'vorstand', 'dirigeant', 'direction', 'directivo', 'directie'],
  manager: ['managers', 'management', 'supervisor', 'supervisors', 'team leader', 'team lead', 'teamleiter', 'teamleitung', 'manageur', 'superviseur', 'gerente', 'teamleider'],
  agent: ['agents', 'advisor', 'adviser', 'representative', 'frontline', 'front line', 'employee', 'mitarbeiter', 'berater', 'conseiller', 'agente', 'medewerker'],
});

/** One row an answer of a leader, a manager or an agent to a question that customers are asked too. */
export const beliefPollKind: RecordKind = {
  kind: 'belief_poll',
  label: 'Belief poll',
  items: 'survey',
  long: { question: 'question', answer: 'answer', isByQuestion: true },
  fields: [
    { field: 'respondent', label: 'Respondent', value: 'id', names: ['respondent id', 'respondent', 'participant', 'participant id', 'employee id', 'teilnehmer', 'teilnehmer id', 'befragter', 'repondant', 'encuestado', 'deelnemer'], weakNames: ['id', 'name', 'e mail', 'email'], weight: 4 },
    { field: 'respondentGroup', label: 'Group', value: 'choice', choices: groups, names: ['group', 'respondent group', 'role', 'level', 'position', 'gruppe', 'rolle', 'funktion', 'groupe', 'grupo', 'rol', 'groep', 'functie'], isRequired: true, weight: 4 },
    { field: 'question', label: 'Question', value: 'text', names: ['question', 'question text', 'item', 'statement', 'frage', 'aussage', 'pregunta', 'vraag', 'stelling'], isRequired: true, weight: 2 },
    { field: 'answer', label: 'Answer', value: 'answer', names: ['answer', 'response', 'rating', 'agreement', 'antwort', 'reponse', 'respuesta', 'antwoord'], weakNames: ['value', 'score'], weight: 2 },
    { field: 'answeredAt', label: 'Answered at', value: 'moment', names: answeredAtNames, weakNames: ['date', 'datum', 'fecha'], weight: 1 },
  ],
  build: ({ row, values, surveyItems, contentId }) => {
    const [answer] = surveyItems;
    if (!answer) return { field: 'answer', code: 'REQUIRED_MISSING', expected: 'an answer', advice: 'Fill the cell, or delete the row.' };
    if (answer.value === null || !answer.scale) return { field: 'answer', code: 'ANSWER_NOT_ON_SCALE', expected: 'a point of a scale', advice: 'Choose the scale of this question.' };
    return present<BeliefRecord>({
      kind: 'belief_poll', row,
      respondent: values.text('respondent') ?? contentId(), respondentGroup: values.text('respondentGroup') as BeliefRecord['respondentGroup'],
      question: answer.target.key,
      value: answer.scale.direction === 'down' ? answer.scale.min + answer.scale.max - answer.value : answer.value,
      scaleMin: answer.scale.min, scaleMax: answer.scale.max, answeredAt: values.text('answeredAt'),
    });
  },
};
