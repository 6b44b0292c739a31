import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findEntities } from '#engine/privacy/find-entities.ts';
import { figure } from '#tests/support/figure.ts';

const file = join(import.meta.dirname, '../../../../shared/data/presidio-research/synth_dataset_v2.even.json');
const isThere = existsSync(file);
if (!isThere) console.log('skipped: ../shared/data/presidio-research is not there');

type Item = { full_text: string; spans: { entity_type: string; start_position: number; end_position: number }[] };
type Tally = { gold: number; hit: number; found: number; right: number };

/** Counts overlapping finds of the same type; both ways. */
function tally(items: readonly Item[]): { byType: Map<string, Tally>; covered: number; gold: number; unit: { right: number; found: number } } {
  const byType = new Map<string, Tally>();
  const of = (type: string): Tally => byType.get(type) ?? byType.set(type, { gold: 0, hit: 0, found: 0, right: 0 }).get(type) as Tally;
  let [covered, gold, right, found] = [0, 0, 0, 0];
  for (const { full_text: text, spans } of items) {
    const entities = findEntities(text);
    const meets = (span: Item['spans'][number], entity: { start: number; end: number }) => entity.start < span.end_position && span.start_position < entity.end;
    for (const span of spans) {
      const entry = of(span.entity_type);
      entry.gold += 1;
      gold += 1;
      if (entities.some((entity) => entity.type === span.entity_type && meets(span, entity))) entry.hit += 1;
      if (entities.some((entity) => meets(span, entity))) covered += 1;
    }
    for (const entity of entities) {
      const entry = of(entity.type);
      entry.found += 1;
      if (spans.some((span) => span.entity_type === entity.type && meets(span, entity))) entry.right += 1;
      found += entity.end - entity.start;
      for (let at = entity.start; at < entity.end; at += 1) if (spans.some((span) => at >= span.start_position && at < span.end_position)) right += 1;
    }
  }
  return { byType, covered, gold, unit: { right, found } };
}

describe.skipIf(!isThere)('the shared half of the presidio-research set', () => {
  const items = isThere ? JSON.parse(readFileSync(file, 'utf8')) as Item[] : [];
  const { byType, covered, gold, unit } = tally(items);
  const rates = (types: readonly string[]) => {
    const sum = (pick: (entry: Tally) => number) => types.reduce((total, type) => total + pick(byType.get(type) ?? { gold: 0, hit: 0, found: 0, right: 0 }), 0);
    return { recall: sum((entry) => entry.hit) / sum((entry) => entry.gold), precision: sum((entry) => entry.right) / sum((entry) => entry.found) };
  };

  it('reports every type', () => {
    const lines = [...byType].filter(([, entry]) => entry.gold > 0).toSorted(([, a], [, b]) => b.gold - a.gold)
      .map(([type, entry]) => `${type.padEnd(18)} n ${String(entry.gold).padStart(3)}  recall ${(entry.hit / entry.gold).toFixed(3)}  precision ${entry.found === 0 ? '-' : (entry.right / entry.found).toFixed(3)}`);
    for (const line of lines) figure('G-22', line);
    figure('G-23', `any type: ${(covered / gold).toFixed(3)} of ${gold} spans touched; ${(unit.right / unit.found).toFixed(3)} of hidden letters are personal data`);
    expect(lines.length).toBeGreaterThan(15);
  });

  it('structured types: recall at least 0.98 at precision at least 0.95', () => {
    const { recall, precision } = rates(['CREDIT_CARD', 'EMAIL_ADDRESS', 'IBAN_CODE', 'US_SSN', 'IP_ADDRESS']);
    figure('G-22', `structured types: recall ${recall.toFixed(3)} (at least 0.98), precision ${precision.toFixed(3)} (at least 0.95)`);
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(precision).toBeGreaterThanOrEqual(0.95);
  });

  it('telephone numbers: recall at least 0.95 at precision at least 0.90', () => {
    const { recall, precision } = rates(['PHONE_NUMBER']);
    figure('G-22', `telephone numbers: recall ${recall.toFixed(3)} (at least 0.95), precision ${precision.toFixed(3)} (at least 0.90)`);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(precision).toBeGreaterThanOrEqual(0.9);
  });

  it('everything together: recall at least 0.84 at precision at least 0.87, whatever the type', () => {
    expect(covered / gold).toBeGreaterThanOrEqual(0.84);
    expect(unit.right / unit.found).toBeGreaterThanOrEqual(0.87);
  });
});
