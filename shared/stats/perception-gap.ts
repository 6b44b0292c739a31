import { cohenKappa } from './cohen.ts';
import { usualConf, type Limits } from './limits.ts';
import { mcnemar } from './mcnemar.ts';
import { newcombePaired, newcombeUnpaired } from './newcombe.ts';
import { available, ratio, reasonsFor, unavailable, type Outcome } from './outcome.ts';
import { wilson } from './wilson.ts';

/** Interactions that carry both judgements; `companyOnly` is the blind spot. Whole counts. */
export type GapSquare = { readonly both: number; readonly companyOnly: number; readonly customerOnly: number; readonly neither: number };

/** Shares 0..1; `gap` is positive when the company is rosier. Kappa is null when one side is constant (it would say nothing). */
export type MatchedGap = Outcome & {
  readonly gap: number | null; readonly gapCi: Limits | null; readonly company: number | null; readonly customer: number | null;
  readonly mcnemarZ: number | null; readonly mcnemarPMid: number | null;
  readonly blindSpotRate: number | null; readonly blindSpotCi: Limits | null; readonly hiddenStrengthRate: number | null;
  readonly qaMissRate: number | null; readonly qaMissCi: Limits | null; readonly kappa: number | null; readonly ac1: number | null;
};

const unmatched: Omit<MatchedGap, keyof Outcome> = {
  gap: null, gapCi: null, company: null, customer: null, mcnemarZ: null, mcnemarPMid: null, blindSpotRate: null, blindSpotCi: null,
  hiddenStrengthRate: null, qaMissRate: null, qaMissCi: null, kappa: null, ac1: null,
};

/**
 * The matched-interaction gap (G2): company share minus customer share over the same interactions, with Newcombe's paired
 * interval, McNemar's mid-P, the rates of its 2x2 square and the agreement of both sides. UNLINKED without a pair.
 * Sources: Newcombe 1998, Stat Med 17:2635; Fagerland, Lydersen & Laake 2013.
 */
export function matchedGap({ both, companyOnly, customerOnly, neither }: GapSquare, conf: number = usualConf): MatchedGap {
  const n = both + companyOnly + customerOnly + neither;
  if (n === 0) return { ...unmatched, ...unavailable('UNLINKED') };
  const difference = newcombePaired({ both, firstOnly: companyOnly, secondOnly: customerOnly, neither }, conf);
  const test = mcnemar(companyOnly, customerOnly);
  const dissatisfied = companyOnly + neither;
  const agreement = cohenKappa([[both, companyOnly], [customerOnly, neither]]);
  const margins = [both + companyOnly, customerOnly + neither, both + customerOnly, dissatisfied];
  const isOneSided = margins.some((margin) => margin === 0);
  return {
    gap: difference.diff, gapCi: difference.ci,
    company: (both + companyOnly) / n, customer: (both + customerOnly) / n,
    mcnemarZ: test.z, mcnemarPMid: test.pMid,
    blindSpotRate: companyOnly / n, blindSpotCi: wilson({ x: companyOnly, n, conf }), hiddenStrengthRate: customerOnly / n,
    qaMissRate: ratio(companyOnly, dissatisfied), qaMissCi: wilson({ x: companyOnly, n: dissatisfied, conf }),
    kappa: isOneSided ? null : agreement.kappa, ac1: agreement.gwetAc1,
    ...available(reasonsFor(
      ['qaMissRate', dissatisfied === 0, 'ZERO_DENOMINATOR'], ['qaMissCi', dissatisfied === 0, 'ZERO_DENOMINATOR'],
      ['kappa', isOneSided, 'NO_VARIATION'],
    )),
  };
}

export type TwoSides = { readonly companyYes: number; readonly companyN: number; readonly customerYes: number; readonly customerN: number };

export type UnpairedGap = Outcome & { readonly gap: number | null; readonly ci: Limits | null };

/** The gap of two different samples (G0 belief, G1 scorecard): Newcombe's unpaired interval. NO_DATA when a side is empty. */
export function unpairedGap({ companyYes, companyN, customerYes, customerN }: TwoSides, conf: number = usualConf): UnpairedGap {
  const { diff, ci } = newcombeUnpaired({ x1: companyYes, n1: companyN, x2: customerYes, n2: customerN, conf });
  return { gap: diff, ci, ...(diff === null ? unavailable('NO_DATA') : available()) };
}
