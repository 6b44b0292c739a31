import type { FormDefinition, FormOption, FormQuestion, FormSection } from '../model/form.ts';

type Anchors = { readonly absent: string; readonly competent: string; readonly exemplary: string };
type Item = { readonly key: string; readonly text: string; readonly guide: string; readonly anchors: Anchors };

const option = (label: string, points: number, guide: string): FormOption => ({ label, points, guide, consequence: 'none', needsEvidence: points !== 2 && points !== 3 });

/** The five steps of every item, 0-4; the ends and the lowest want the moment that proves them. */
function rubricOptions({ absent, competent, exemplary }: Anchors): FormOption[] {
  return [
    option('Harmful', 0, 'Did the opposite, and made it worse.'), option('Absent', 1, absent), option('Partial', 2, 'Tried, but by formula or only in part.'),
    option('Competent', 3, competent), option('Exemplary', 4, exemplary),
  ];
}

function question({ key, text, guide, anchors }: Item): FormQuestion {
  return {
    key, text, guide, options: rubricOptions(anchors), weight: 100, isWeightLocked: false, allowsNotApplicable: true, condition: null, accuracy: null, bonusPoints: null,
  };
}

const technical: readonly Item[] = [
  {
    key: 'T1', text: 'Found out what was really wrong', guide: 'Did the questions lead to the cause, or only to the symptom?',
    anchors: { absent: 'Treated the symptom that was named, or logged the wrong reason.', competent: 'Asked enough to reach the cause.', exemplary: 'Found a cause that the customer had not seen.' },
  },
  {
    key: 'T2', text: 'Gave the right answer', guide: 'Was it true and allowed, and safe to act on?',
    anchors: { absent: 'The answer was wrong or unsafe.', competent: 'Right by the facts and the rules.', exemplary: 'Right, with the choices there were and what each costs.' },
  },
  {
    key: 'T3', text: 'Finished it, and the next thing too', guide: 'What would make this customer call again?',
    anchors: { absent: 'Left ends loose.', competent: 'Everything asked for was settled.', exemplary: 'Saw the next question coming and settled it now.' },
  },
  {
    key: 'T4', text: 'Made clear promises', guide: 'Who does what, by when?',
    anchors: { absent: 'Vague: somebody will be in touch.', competent: 'Said who, what and when.', exemplary: 'Checked in the customer’s own words and put it in writing.' },
  },
  {
    key: 'T5', text: 'Spared the customer work', guide: 'How much of the company’s work did the customer have to do?',
    anchors: { absent: 'The customer did the company’s work, or was passed on without need.', competent: 'Used the tools well, in one pass.', exemplary: 'Took a step away from the customer.' },
  },
];

const emotional: readonly Item[] = [
  {
    key: 'E1', text: 'Noticed the feeling', guide: 'What was in the customer’s voice or words, and what came back?',
    anchors: { absent: 'Passed over the feeling, or talked across it.', competent: 'Acknowledged the feeling that was there.', exemplary: 'Named it well; pace and tone changed with it.' },
  },
  {
    key: 'E2', text: 'Understood what it means', guide: 'Would the customer say “yes, exactly”?',
    anchors: { absent: 'A set phrase: “I understand”.', competent: 'Gave back the content and what it means.', exemplary: 'Gave back what is at stake for this customer.' },
  },
  {
    key: 'E3', text: 'Knew the customer', guide: 'What was on file, and was it used?',
    anchors: { absent: 'Made the customer repeat, or overlooked the history.', competent: 'Used the history without being asked.', exemplary: 'Joined the history to what is needed today.' },
  },
  {
    key: 'E4', text: 'Stood on the customer’s side', guide: 'Who owned the problem?',
    anchors: { absent: 'Hid behind policy.', competent: 'Took it on and explained why.', exemplary: 'Spoke up for the customer, or escalated unasked.' },
  },
  {
    key: 'E5', text: 'Warm to the end', guide: 'How did the customer leave?',
    anchors: { absent: 'Cold, rushed, or falsely cheerful.', competent: 'Natural and respectful.', exemplary: 'The customer left better off, and said so.' },
  },
];

const section = (id: 'technical' | 'emotional', title: string, items: readonly Item[]): FormSection => ({
  id, title, dimension: id, weight: 500, isWeightLocked: false, questions: items.map(question),
});

/** Ids of the form that comes with Earshot, and of its first version. A later version is another constant: evaluations are pinned to this one. */
export const defaultFormId = 'form-technical-emotional';
export const defaultFormVersionId = 'form-technical-emotional-1';

/**
 * The ten items of the metric specification (4.1): five technical, five emotional, 0 to 4, equal weights. It has no pass
 * mark: the project's own definition of good decides.
 */
export const defaultForm: FormDefinition = {
  name: 'Technical and emotional', weighting: 'question', passMark: null, criticalAnswersToFail: null, allowsBonus: false,
  sections: [section('technical', 'Technical proficiency', technical), section('emotional', 'Emotional connection', emotional)],
};
