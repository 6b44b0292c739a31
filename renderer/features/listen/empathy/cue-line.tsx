import { useTranslation } from 'react-i18next';
import type { Cue } from './cues.ts';
import { useJudgementWords } from './cues-panel.tsx';

/** Under the words of a customer's turn: that it may be a cue, or how it was met. */
export function CueLine({ cue: { offer, judgements } }: { cue: Cue }) {
  const { t } = useTranslation('listen');
  const inWords = useJudgementWords();
  if (judgements.length > 0) return judgements.map((judgement) => <p key={judgement.id} className="caption cue-judged" data-outcome={judgement.outcome}>{t('empathy.judged', { words: inWords(judgement) })}</p>);
  return offer === null ? null : <p className="caption cue-offer">{t('empathy.offered', { kind: t(`empathy.kind.${offer.kind}`), words: offer.words })}</p>;
}
