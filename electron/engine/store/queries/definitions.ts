import { Definitions } from '#shared/model/gap.ts';
import type { Database } from '../database.ts';

/** What counts as good until the user says otherwise. Windows and limits are those of the metric specification. */
export const defaultDefinitions: Definitions = {
  companyGoodRule: 'marked', companyGoodMin: 80, topBox: 1, csatPositiveShare: 0.75, repeatWindowDays: 7, episodeGapDays: 14,
  lookBackDays: 365, silenceMinMs: 3000, deadAirMinMs: 10_000, overlapMinMs: 500, surveyLinkDays: 7, quadrantThreshold: 62.5, showBenchmark: true, timeZone: 'UTC',
};

/** The project's definitions, their version (0: never changed) and when they were changed. */
export function readDefinitions(db: Database): { definitions: Definitions; version: number; changedAt: string | null } {
  const row = db.get<{ value: string; version: number; changed_at: string }>("SELECT value, version, changed_at FROM setting WHERE key = 'definitions'");
  if (!row) return { definitions: defaultDefinitions, version: 0, changedAt: null };
  return {
    definitions: Definitions.parse({ ...defaultDefinitions, ...(JSON.parse(row.value) as object) }),
    version: row.version, changedAt: row.changed_at,
  };
}
