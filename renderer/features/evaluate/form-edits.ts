import { rebalanced, withWeight } from '#shared/form/weights.ts';
import type { FormDefinition, FormOption, FormQuestion, FormSection } from '#shared/model/form.ts';

/** Scales to begin a question with. The points are what counts; the words can be changed. */
export const scales = ['rubric', 'yesNo', 'threeSteps', 'fiveSteps'] as const;
export type Scale = (typeof scales)[number];

const option = (label: string, points: number, changed: Partial<FormOption> = {}): FormOption => ({ label, points, guide: '', consequence: 'none', needsEvidence: false, ...changed });

/** The options of a scale, with the words of the page's language. */
export function scaleOptions(scale: Scale, word: (key: string) => string): FormOption[] {
  switch (scale) {
    case 'rubric': return [0, 1, 2, 3, 4].map((points) => option(word(`rubric${points}`), points, { needsEvidence: points !== 2 && points !== 3 }));
    case 'yesNo': return [option(word('no'), 0), option(word('yes'), 1)];
    case 'threeSteps': return [option(word('no'), 0), option(word('partly'), 1), option(word('yes'), 2)];
    case 'fiveSteps': return [1, 2, 3, 4, 5].map((points) => option(String(points), points));
  }
}

const questionsOf = (form: FormDefinition): FormQuestion[] => form.sections.flatMap((section) => section.questions);

/** A name that nothing in the form has yet. */
function freeKey(form: FormDefinition, letter: string): string {
  const taken = new Set([...questionsOf(form).map(({ key }) => key), ...form.sections.map(({ id }) => id)]);
  for (let number = 1; ; number += 1) if (!taken.has(`${letter}${number}`)) return `${letter}${number}`;
}

/** The form with the weights of its questions made to add up over all sections. Bonus questions have none. */
function balancedQuestions(form: FormDefinition): FormDefinition {
  return withQuestionWeights(form, rebalanced(questionsOf(form).filter(({ bonusPoints }) => bonusPoints === null)));
}

function withQuestionWeights(form: FormDefinition, weighed: readonly FormQuestion[]): FormDefinition {
  const weights = new Map(weighed.map(({ key, weight }) => [key, weight]));
  return { ...form, sections: form.sections.map((section) => ({ ...section, questions: section.questions.map((question) => ({ ...question, weight: weights.get(question.key) ?? 0 })) })) };
}

const balancedSections = (form: FormDefinition): FormDefinition => (form.weighting === 'points' ? form : { ...form, sections: rebalanced(form.sections) });

export function addSection(form: FormDefinition, title: string): FormDefinition {
  const section: FormSection = { id: freeKey(form, 's'), title, dimension: null, weight: form.weighting === 'points' ? 1 : 0, isWeightLocked: false, questions: [] };
  return balancedSections({ ...form, sections: [...form.sections, section] });
}

/** A form keeps at least one section. */
export function removeSection(form: FormDefinition, id: string): FormDefinition {
  if (form.sections.length < 2) return form;
  return balancedQuestions(balancedSections({ ...form, sections: form.sections.filter((section) => section.id !== id) }));
}

export function changeSection(form: FormDefinition, id: string, change: Partial<FormSection>): FormDefinition {
  return { ...form, sections: form.sections.map((section) => (section.id === id ? { ...section, ...change } : section)) };
}

/** Weights in tenths of a percent; the untouched ones move along so that all add up. @returns which others moved, by id */
export function weighSection(form: FormDefinition, id: string, weight: number): { form: FormDefinition; moved: string[] } {
  if (form.weighting === 'points') return { form: changeSection(form, id, { weight }), moved: [] };
  const { weights, moved } = withWeight(form.sections, form.sections.findIndex((section) => section.id === id), weight);
  return { form: { ...form, sections: weights }, moved: moved.flatMap((index) => weights[index]?.id ?? []) };
}

export function addQuestion(form: FormDefinition, sectionId: string, given: { text: string; options: FormOption[] }): FormDefinition {
  const count = questionsOf(form).length;
  const question: FormQuestion = {
    key: freeKey(form, 'q'), ...given, guide: '', weight: count === 0 ? 1000 : Math.round(1000 / (count + 1)), isWeightLocked: false, allowsNotApplicable: true,
    condition: null, accuracy: null, bonusPoints: null,
  };
  const added = { ...form, sections: form.sections.map((section) => (section.id === sectionId ? { ...section, questions: [...section.questions, question] } : section)) };
  return balancedQuestions(added);
}

/** Takes a question away, and the conditions that hung on it. */
export function removeQuestion(form: FormDefinition, key: string): FormDefinition {
  const sections = form.sections.map((section) => ({
    ...section,
    questions: section.questions.filter((question) => question.key !== key).map((question) => (question.condition?.question === key ? { ...question, condition: null } : question)),
  }));
  return balancedQuestions({ ...form, sections });
}

export function changeQuestion(form: FormDefinition, key: string, change: Partial<FormQuestion>): FormDefinition {
  const sections = form.sections.map((section) => ({ ...section, questions: section.questions.map((question) => (question.key === key ? { ...question, ...change } : question)) }));
  return 'bonusPoints' in change ? balancedQuestions({ ...form, sections }) : { ...form, sections };
}

export function weighQuestion(form: FormDefinition, key: string, weight: number): { form: FormDefinition; moved: string[] } {
  const questions = questionsOf(form).filter(({ bonusPoints }) => bonusPoints === null);
  const { weights, moved } = withWeight(questions, questions.findIndex((question) => question.key === key), weight);
  return { form: withQuestionWeights(form, weights), moved: moved.flatMap((index) => weights[index]?.key ?? []) };
}

/** Moves a question up or down inside its section. */
export function moveQuestion(form: FormDefinition, key: string, by: 1 | -1): FormDefinition {
  return {
    ...form,
    sections: form.sections.map((section) => {
      const from = section.questions.findIndex((question) => question.key === key);
      const [moving, other] = [section.questions[from], section.questions[from + by]];
      if (!moving || !other) return section;
      return { ...section, questions: section.questions.map((question, index) => (index === from ? other : index === from + by ? moving : question)) };
    }),
  };
}

/** Another way of weighing: what it needs is made to add up. */
export function weighBy(form: FormDefinition, weighting: FormDefinition['weighting']): FormDefinition {
  const changed = { ...form, weighting };
  if (weighting === 'points') return { ...changed, sections: changed.sections.map((section) => ({ ...section, weight: Math.max(1, Math.round(section.weight / 10)) })) };
  return weighting === 'section' ? balancedSections(changed) : balancedQuestions(balancedSections(changed));
}
