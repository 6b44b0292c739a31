import { bootstrap, type Resampling } from './bootstrap.ts';
import { krippendorffAlpha, type Difference, type Observations } from './krippendorff.ts';
import type { Limits } from './limits.ts';

/** Fewest units for an interval of alpha. */
export const minUnitsForAlpha = 30;

/** Bootstrap interval of alpha over its units (B = 1000); null below 30 units. `conf` and `seed` as in `bootstrap`. */
export function alphaLimits(observations: Observations, kind: Difference, how: Resampling): Limits | null {
  const length = Math.max(0, ...observations.map((row) => row.length));
  const units = Array.from({ length }, (_, unit) => observations.map((row) => row[unit] ?? null))
    .filter((values) => values.filter((value) => value !== null).length >= 2);
  if (units.length < minUnitsForAlpha) return null;
  const alphaOfUnits = (chosen: readonly (readonly (number | null)[])[]) =>
    krippendorffAlpha(observations.map((_, observer) => chosen.map((values) => values[observer] ?? null)), kind);
  return bootstrap(units, alphaOfUnits, { resamples: 1000, ...how }).ci;
}
