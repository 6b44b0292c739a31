import type { Definitions, GapDefinition, GapReport } from '#shared/model/gap.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { Database } from '#engine/store/database.ts';
import { customerItems, type CustomerItem } from '#engine/store/queries/scores.ts';
import { beliefReport } from './belief-report.ts';
import { GapCase } from './gap-case.ts';
import { findingOf } from './finding.ts';
import { meanReport } from './mean-report.ts';
import { mixAdjusted } from './mix-adjusted.ts';
import { rankAgreement } from './rank-agreement.ts';
import { scanGap, type GapScan } from './scan.ts';
import { listedSegments } from './segments.ts';
import { noSquare } from './square.ts';

export type GapQuestion = { definition: GapDefinition; by: SegmentField | null; topBox: 1 | 2 | null; filter: InteractionFilter };

/** The perception gap under one definition, with its square, its segments and the sentence that the data carry. */
export function gapReport(db: Database, definitions: Definitions, question: GapQuestion): GapReport {
  const topBox = question.topBox ?? definitions.topBox;
  const filter: InteractionFilter = { ...question.filter, topBox };
  const { definition, by } = question;
  // By cause an interaction stands in several rows, so the whole needs a scan of its own.
  const scan = scanGap(db, { filter, rule: definitions, by });
  const { whole, firstAt, lastAt } = by === 'cause' ? scanGap(db, { filter, rule: definitions, by: null }) : scan;
  const found = { whole, segments: scan.segments, firstAt, lastAt };
  const counts = whole.counts(topBox);
  const about = { topBox, targetedLeftOut: counts.targeted, firstAt, lastAt, definitions, customerItem: itemOf(customerItems(db)) };
  const gapCase = new GapCase({ db, definitions, filter, by, topBox, scan: found });
  if (definition === 'belief') return { ...about, ...beliefReport({ db, definitions, filter, now: new Date(0) }, topBox) };
  if (definition === 'mean') return { ...about, ...meanReport(gapCase) };
  const sides = gapCase.sides(definition, topBox);
  const otherBox = topBox === 1 ? 2 : 1;
  return {
    ...about, definition, company: sides.company, customer: sides.customer, gap: sides.gap, p: sides.p,
    ...(definition === 'matched' ? gapCase.square() : noSquare),
    sensitivity: { topBox: otherBox, gap: gapCase.sides(definition, otherBox).gap },
    mixAdjusted: mixedOf(gapCase, definition, found), rankAgreement: ranksOf(gapCase, found), limitsOfAgreement: null,
    by, segments: by === null ? [] : listedSegments(gapCase.segments(definition)), finding: findingOf(gapCase.findingAbout(definition), sides),
  };
}

/** The headline alone, for a comparison before and after a change. */
export function headlineGap(db: Database, definitions: Definitions): Envelope {
  const { topBox } = definitions;
  const scan = scanGap(db, { filter: { topBox }, rule: definitions, by: null });
  return new GapCase({ db, definitions, filter: { topBox }, by: null, topBox, scan }).sides('matched', topBox).gap;
}

function itemOf([item]: readonly CustomerItem[]): GapReport['customerItem'] {
  return item === undefined ? null : { key: item.key, kind: item.kind, scaleMin: item.scaleMin, scaleMax: item.scaleMax };
}

/** By cause, where an interaction stands in several segments, there is no mix to adjust for. */
function mixedOf({ by, topBox, filter, isMixed }: GapCase, definition: GapDefinition, { segments }: GapScan): Envelope | null {
  if (by === null) return null;
  if (by === 'cause' || isMixed) return mixAdjusted(definition, [], null);
  const counts = segments.map((group) => group.counts(topBox));
  const evidence: InteractionFilter = definition === 'matched' ? { ...filter, evaluated: true, answered: true, randomOnly: true } : { ...filter, measuredBy: 'gap-scorecard' };
  return mixAdjusted(definition, counts, evidence);
}

/** Only agents, teams and queues are put in an order. */
function ranksOf({ by, topBox, isMixed }: GapCase, { segments }: GapScan): Envelope | null {
  if (by !== 'agent' && by !== 'team' && by !== 'queue') return null;
  return rankAgreement(isMixed ? [] : segments.filter((group) => group.segment !== null).map((group) => group.counts(topBox)));
}
