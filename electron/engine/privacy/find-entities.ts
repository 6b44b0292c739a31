import type { EntityType } from '#shared/model/privacy.ts';
import { datesAndAges, places, spokenAddresses, writtenAddresses } from './addresses.ts';
import { type Detector, type Entity, lowerKeepingOffsets } from './entity.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';
import { phones } from './phones.ts';
import type { Roster } from './roster.ts';
import { spokenNumbers } from './spoken-numbers.ts';
import { accountDetectors, structuredDetectors } from './structured.ts';

/** `needs` is what a text must hold for the detector to find anything: most turns of most calls hold no digit. */
type Gated = { readonly needs: RegExp; readonly detect: Detector };

const digit = /\d/;
const numberWord = /\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|double|triple)\b/;
const anything = /./s;

/** In the order of how sure they are: where two overlap, the earlier one stands. */
const shaped: readonly Gated[] = [
  ...structuredDetectors, ...accountDetectors.map((detect) => ({ needs: digit, detect })), { needs: digit, detect: phones }, { needs: numberWord, detect: spokenNumbers },
];
const guessed: readonly (Gated & { readonly types?: readonly EntityType[] })[] = [
  { needs: digit, detect: writtenAddresses }, { needs: numberWord, detect: spokenAddresses }, { needs: anything, detect: organisations }, { needs: anything, detect: people },
  { needs: anything, detect: places, types: ['GPE', 'NRP'] }, { needs: digit, detect: datesAndAges, types: ['DATE_TIME', 'AGE'] },
];

function wantedDetectors({ types, isSure }: { types?: ReadonlySet<EntityType>; isSure?: boolean }): readonly Gated[] {
  if (isSure === true) return shaped;
  return [...shaped, ...guessed.filter((detector) => types === undefined || (detector.types?.some((type) => types.has(type)) ?? true))];
}

/**
 * Personal data in a text, in order and without overlap: structured kinds by shape, check digit and context (digits
 * said in words included); names and addresses by the roster, lists and context. It finds much, never all. `isSure`
 * leaves out what is guessed from lists and context.
 */
export function findEntities(text: string, options: { roster?: Roster; types?: ReadonlySet<EntityType>; isSure?: boolean } = {}): Entity[] {
  const lower = lowerKeepingOffsets(text);
  const found: Entity[] = options.roster?.find(text) ?? [];
  for (const { needs, detect } of wantedDetectors(options)) {
    if (!needs.test(lower)) continue;
    for (const entity of detect(text, lower)) {
      if (entity.end > entity.start && !found.some((other) => entity.start < other.end && other.start < entity.end)) found.push(entity);
    }
  }
  return found.filter(({ type }) => options.types?.has(type) ?? true).toSorted((a, b) => a.start - b.start);
}

/** The text with every found place written over, unit for unit, so that offsets into it stay what they were. */
export function maskText(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    masked += text.slice(at, from) + maskSign.repeat(Math.min(end, text.length) - from);
    at = Math.min(end, text.length);
  }
  return masked + text.slice(at);
}

/** What stands in place of every hidden letter. */
export const maskSign = '▮';
