import type { FormDefinition, FormOption, FormQuestion, FormSection } from '#shared/model/form.ts';

export const anOption = (points: number, changed: Partial<FormOption> = {}): FormOption => ({ label: `${points}`, points, guide: '', consequence: 'none', needsEvidence: false, ...changed });

export const aQuestion = (key: string, changed: Partial<FormQuestion> = {}): FormQuestion => ({
  key, text: `Question ${key}`, guide: '', options: [anOption(0), anOption(5), anOption(10)], weight: 0, isWeightLocked: false, allowsNotApplicable: true,
  condition: null, accuracy: null, bonusPoints: null, ...changed,
});

export const aSection = (id: string, questions: readonly FormQuestion[], changed: Partial<FormSection> = {}): FormSection => ({
  id, title: id, dimension: null, weight: 0, isWeightLocked: false, questions: [...questions], ...changed,
});

export const aForm = (sections: readonly FormSection[], changed: Partial<FormDefinition> = {}): FormDefinition => ({
  name: 'A form', weighting: 'question', passMark: null, criticalAnswersToFail: null, allowsBonus: false, sections: [...sections], ...changed,
});
