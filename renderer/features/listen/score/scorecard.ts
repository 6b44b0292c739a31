import { create } from 'zustand';
import type { Seen } from '#shared/commands/edit.ts';
import type { DraftAnswer } from '#shared/model/evaluation.ts';

type Scorecard = {
  /** Which evaluation this is: interaction, queue and kind. */
  key: string | null;
  answers: readonly DraftAnswer[];
  note: string;
  /** What this window last saw on disk; a change rests on it. */
  seen: Seen;
  /** Answers that are not on disk yet; meanwhile the page knows better than the engine. */
  isSaving: boolean;
  /** The question that keys act on. */
  current: string | null;
  /** Focus is to go to the current question; stays until a card is there to take it. */
  isFocusWanted: boolean;
  /** The person asked to see what the customer said before finishing. */
  wasShown: boolean;
  isWorkingShown: boolean;
  begin: (key: string, from: { answers: readonly DraftAnswer[]; note: string; current: string | null; seen: Seen }) => void;
  set: (change: Partial<Pick<Scorecard, 'answers' | 'note' | 'seen' | 'isSaving' | 'current' | 'wasShown' | 'isWorkingShown' | 'isFocusWanted'>>) => void;
  focus: (current: string | null) => void;
};

/** The scorecard that is being filled in, as the person sees it. */
export const useScorecard = create<Scorecard>()((set) => ({
  key: null, answers: [], note: '', seen: {}, isSaving: false, current: null, isFocusWanted: false, wasShown: false, isWorkingShown: false,
  begin: (key, from) => set({ key, ...from, isSaving: false, wasShown: false }),
  set: (change) => set(change),
  focus: (current) => set({ current, isFocusWanted: true }),
}));

/** The answers with one changed; evidence stays with the question unless it is given. */
export function withAnswer(answers: readonly DraftAnswer[], changed: Pick<DraftAnswer, 'question'> & Partial<DraftAnswer>): DraftAnswer[] {
  const before = answers.find(({ question }) => question === changed.question);
  const answer: DraftAnswer = { option: null, evidence: null, ...before, ...changed };
  return before ? answers.map((each) => (each.question === changed.question ? answer : each)) : [...answers, answer];
}
