import type { Reason } from '#shared/model/envelope.ts';
import type { Definitions, GapDefinition } from '#shared/model/gap.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import type { Database } from '#engine/store/database.ts';
import { customerItems } from '#engine/store/queries/scores.ts';
import { segmentFilter } from '#engine/store/queries/segment-filter.ts';
import { isWhole } from '../metric.ts';
import { notIdentified } from '../shares.ts';
import type { FindingAbout } from './finding.ts';
import type { GapCounts, GapGroup } from './gap-group.ts';
import { mixedScales, unlinkedJudgements, type Unlinked } from './linkage.ts';
import type { GapScan } from './scan.ts';
import type { SegmentSides } from './segments.ts';
import { matchedN, matchedSides, scorecardSides, type Sides } from './sides.ts';
import { noSquare, squareOf } from './square.ts';

export type GapCaseOptions = {
  db: Database; definitions: Definitions;
  /** With the top box in it, as it goes into every evidence. */
  filter: InteractionFilter; by: SegmentField | null; topBox: 1 | 2; scan: GapScan;
};

/** One question about the gap, with what the scan found and why a side may have nothing to say. */
export class GapCase {
  readonly db: Database;
  readonly definitions: Definitions;
  readonly filter: InteractionFilter;
  readonly by: SegmentField | null;
  readonly topBox: 1 | 2;
  readonly #scan: GapScan;
  readonly #unlinked: Unlinked;
  readonly #mixed: ReturnType<typeof mixedScales>;

  constructor({ db, definitions, filter, by, topBox, scan }: GapCaseOptions) {
    [this.db, this.definitions, this.filter, this.by, this.topBox, this.#scan] = [db, definitions, filter, by, topBox, scan];
    const items = customerItems(db);
    this.#unlinked = unlinkedJudgements(db, definitions, items);
    this.#mixed = mixedScales(db, { filter, rule: definitions, by }, items);
  }

  /** Customers answered on more than one scale: their top boxes are no one figure. */
  get isMixed(): boolean {
    return this.#mixed.isWholeMixed;
  }

  get companyReason(): Reason {
    const { companyN, targeted } = this.#scan.whole.counts(this.topBox);
    if (companyN === 0 && targeted > 0) return 'NOT_IDENTIFIED';
    return this.#unlinked.companyN > 0 ? 'UNLINKED' : 'NO_DATA';
  }

  get customerReason(): Reason {
    return this.#unlinked.customerN > 0 ? 'UNLINKED' : 'NO_DATA';
  }

  /** Company, customer and gap of the whole. */
  sides(definition: 'matched' | 'scorecard', topBox: 1 | 2): Sides {
    const filter = { ...this.filter, topBox };
    const counts = this.#scan.whole.counts(topBox);
    const all = definition === 'scorecard' && isWhole(filter) ? this.#withUnlinked(counts, topBox) : counts;
    const unlinked = definition === 'matched' || all !== counts ? { company: this.#unlinked.companyN, customer: this.#unlinked.customerN } : { company: 0, customer: 0 };
    return this.#sidesOf(definition, all, { group: this.#scan.whole, filter, topBox, unlinked, isMixed: this.isMixed });
  }

  /** The same per segment; what is linked to no interaction belongs to none. */
  segments(definition: 'matched' | 'scorecard'): SegmentSides[] {
    const { by, topBox, filter } = this;
    return by === null ? [] : this.#scan.segments.map((group) => ({
      segment: group.segment,
      ...this.#sidesOf(definition, group.counts(topBox), {
        group, topBox, filter: segmentFilter(filter, by, group.segment), unlinked: { company: 0, customer: 0 }, isMixed: this.#mixed.segments.has(group.segment),
      }),
    }));
  }

  square() {
    if (this.isMixed) return noSquare;
    const { whole } = this.#scan;
    const reason = this.sides('matched', this.topBox).gap.reason ?? 'UNLINKED';
    return squareOf(whole.counts(this.topBox), { design: whole.design(this.topBox), filter: this.filter, reason });
  }

  findingAbout(definition: GapDefinition): FindingAbout {
    const { companyN, customerN, targeted } = this.#scan.whole.counts(this.topBox);
    const { companyN: looseCompany, customerN: looseCustomer } = this.#unlinked;
    return {
      definition, hasCompany: companyN + targeted + looseCompany > 0, hasCustomer: customerN + looseCustomer > 0,
      isTargetedOnly: companyN + looseCompany === 0 && targeted > 0, isMixed: this.isMixed && definition !== 'mean',
    };
  }

  /** Interactions that both sides judged. */
  get matchedN(): number {
    return matchedN(this.#scan.whole.counts(this.topBox));
  }

  #withUnlinked(counts: GapCounts, topBox: 1 | 2): GapCounts {
    const { companyN, companyYes, customerN, customerTop1, customerTop2 } = this.#unlinked;
    return {
      ...counts, companyN: counts.companyN + companyN, companyYes: counts.companyYes + companyYes,
      customerN: counts.customerN + customerN, customerYes: counts.customerYes + (topBox === 1 ? customerTop1 : customerTop2),
    };
  }

  #sidesOf(definition: 'matched' | 'scorecard', counts: GapCounts, about: { group: GapGroup; filter: InteractionFilter; topBox: 1 | 2; unlinked: { company: number; customer: number }; isMixed: boolean }): Sides {
    const { group, filter, topBox, unlinked } = about;
    const sides = (definition === 'matched' ? matchedSides : scorecardSides)(counts, {
      filter, design: group.design(topBox), companyReason: this.companyReason, customerReason: this.customerReason, unlinked,
    });
    if (!about.isMixed || sides.gap.n === 0) return sides;
    const refused = (side: 'customer' | 'gap') => notIdentified(sides[side].unit, { n: sides[side].n, flag: 'mixed_scales', evidence: sides[side].evidence });
    return { ...sides, customer: refused('customer'), gap: { ...refused('gap'), denominator: sides.gap.denominator }, p: null };
  }
}
