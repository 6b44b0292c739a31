import type { FormDefinition, FormQuestion, FormSection } from '../model/form.ts';
import { rubricScore } from '../stats/rubric.ts';

/** The chosen option by question key: its position from 0, or null for "not applicable". A question that is missing is still open. */
export type Chosen = ReadonlyMap<string, number | null>;

export type QuestionState = 'scored' | 'notApplicable' | 'notAsked' | 'open';

/** How one question entered the score. `weight` and `contribution` are points of 100, after what does not apply was shared out. */
export type QuestionScore = { readonly key: string; readonly state: QuestionState; readonly share: number | null; readonly weight: number; readonly contribution: number };

/** `score` 0-100 is null where nothing applies; `contribution` is what the section adds to the whole. */
export type SectionScore = { readonly id: string; readonly score: number | null; readonly weight: number; readonly contribution: number };

export type FailReason = { readonly kind: 'fatal' | 'critical'; readonly question: string } | { readonly kind: 'passMark'; readonly question: null };

export type CriticalAccuracy = { readonly asked: number; readonly errors: number };

export type FormScore = {
  /** 0-100 with any bonus; never zeroed by a failing answer; null while nothing applies. */
  readonly score: number | null;
  readonly scoreBeforeBonus: number | null;
  readonly bonus: number;
  /** Null where neither a pass mark nor a failing answer decides. */
  readonly passed: boolean | null;
  readonly reasons: readonly FailReason[];
  readonly technical: number | null;
  readonly emotional: number | null;
  readonly sections: readonly SectionScore[];
  readonly questions: readonly QuestionScore[];
  readonly accuracies: Readonly<Record<'customer' | 'business' | 'compliance', CriticalAccuracy>>;
  /** Questions that are asked and still open, in order. */
  readonly open: readonly string[];
};

type Rated = { readonly section: FormSection; readonly question: FormQuestion; readonly state: QuestionState; readonly share: number | null; readonly base: number };

/** Of the items of a dimension at least this share must be scored: four of five (metric specification 4.1). */
const minItemShare = 0.8;

/**
 * The score of a form as far as it is answered: the weighted mean of where each answer lies between the lowest and the
 * highest of its question. What does not apply gives its weight to the rest in proportion.
 */
export function scoreForm(form: FormDefinition, chosen: Chosen): FormScore {
  const rated = rateQuestions(form, chosen);
  const total = sum(rated.map(({ base }) => base));
  const questions = rated.map(({ question, state, share, base }) => {
    const weight = total === 0 ? 0 : (100 * base) / total;
    return { key: question.key, state, share, weight, contribution: weight * (share ?? 0) };
  });
  const scoreBeforeBonus = total === 0 ? null : sum(questions.map(({ contribution }) => contribution));
  const bonus = scoreBeforeBonus === null ? 0 : sum(rated.map(({ question, share }) => (question.bonusPoints ?? 0) * (share ?? 0)));
  const score = scoreBeforeBonus === null ? null : Math.min(100, scoreBeforeBonus + bonus);
  const reasons = failReasons(form, chosen, { rated, score });
  return {
    score, scoreBeforeBonus, bonus, reasons, questions,
    passed: reasons.length > 0 ? false : form.passMark === null || score === null ? null : true,
    technical: dimensionScore(rated, 'technical'), emotional: dimensionScore(rated, 'emotional'),
    sections: form.sections.map((section) => sectionScore(section, { rated, questions })),
    accuracies: { customer: accuracyOf(rated, chosen, 'customer'), business: accuracyOf(rated, chosen, 'business'), compliance: accuracyOf(rated, chosen, 'compliance') },
    open: rated.filter(({ state }) => state === 'open').map(({ question }) => question.key),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function rateQuestions(form: FormDefinition, chosen: Chosen): Rated[] {
  const asked = new Set<string>();
  const stated = form.sections.flatMap((section) => section.questions.map((question) => {
    const isAsked = isQuestionAsked(question, asked, chosen);
    if (isAsked) asked.add(question.key);
    return { section, question, ...ratingOf(form, question, isAsked ? chosen.get(question.key) : 'notAsked') };
  }));
  return stated.map((one) => ({ ...one, base: baseWeight(form, one, stated) }));
}

/** A question hangs on an earlier one that is itself asked and was answered with one of the named options. */
function isQuestionAsked({ condition }: FormQuestion, asked: ReadonlySet<string>, chosen: Chosen): boolean {
  if (condition === null) return true;
  const option = chosen.get(condition.question);
  return asked.has(condition.question) && option !== undefined && option !== null && condition.options.includes(option);
}

function ratingOf(form: FormDefinition, question: FormQuestion, choice: number | null | undefined | 'notAsked'): Pick<Rated, 'state' | 'share'> {
  if (choice === 'notAsked') return { state: 'notAsked', share: null };
  if (choice === null) return { state: 'notApplicable', share: null };
  const option = choice === undefined ? undefined : question.options[choice];
  if (option === undefined) return { state: 'open', share: null };
  const points = question.options.map((each) => each.points);
  const most = Math.max(...points);
  const least = form.weighting === 'points' ? 0 : Math.min(...points);
  return { state: 'scored', share: most === least ? 0 : (option.points - least) / (most - least) };
}

type Stated = Omit<Rated, 'base'>;

function baseWeight(form: FormDefinition, { section, question, share }: Stated, all: readonly Stated[]): number {
  if (share === null || question.bonusPoints !== null) return 0;
  if (form.weighting === 'question') return question.weight;
  if (form.weighting === 'points') return section.weight * Math.max(...question.options.map(({ points }) => points));
  return section.weight / all.filter((other) => other.section === section && other.share !== null && other.question.bonusPoints === null).length;
}

function failReasons(form: FormDefinition, chosen: Chosen, { rated, score }: { rated: readonly Rated[]; score: number | null }): FailReason[] {
  const failing = (kind: 'fatal' | 'critical'): FailReason[] => rated.filter((one) => consequenceOf(one, chosen) === kind).map(({ question }) => ({ kind, question: question.key }));
  const critical = failing('critical');
  const reasons = [...failing('fatal'), ...(form.criticalAnswersToFail !== null && critical.length >= form.criticalAnswersToFail ? critical : [])];
  const isBelow = form.passMark !== null && score !== null && score < form.passMark - 1e-9;
  return isBelow ? [...reasons, { kind: 'passMark', question: null }] : reasons;
}

function consequenceOf({ question, state }: Rated, chosen: Chosen): 'none' | 'critical' | 'fatal' {
  const option = state === 'scored' ? chosen.get(question.key) : null;
  return option === null || option === undefined ? 'none' : question.options[option]?.consequence ?? 'none';
}

/** Items of a dimension count equally, whatever they weigh in the total. */
function dimensionScore(rated: readonly Rated[], dimension: 'technical' | 'emotional'): number | null {
  const own = rated.filter(({ section, question }) => section.dimension === dimension && question.bonusPoints === null);
  return own.length === 0 ? null : rubricScore(own.map(({ share }) => share), 1, Math.ceil(own.length * minItemShare - 1e-9));
}

function sectionScore(section: FormSection, { rated, questions }: { rated: readonly Rated[]; questions: readonly QuestionScore[] }): SectionScore {
  const own = questions.filter((_, index) => rated[index]?.section === section);
  const weight = sum(own.map((question) => question.weight));
  const contribution = sum(own.map((question) => question.contribution));
  return { id: section.id, score: weight === 0 ? null : (100 * contribution) / weight, weight, contribution };
}

function accuracyOf(rated: readonly Rated[], chosen: Chosen, accuracy: 'customer' | 'business' | 'compliance'): CriticalAccuracy {
  const own = rated.filter(({ question, state }) => question.accuracy === accuracy && state === 'scored');
  return { asked: own.length, errors: own.filter((one) => consequenceOf(one, chosen) !== 'none').length };
}
