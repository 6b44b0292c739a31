import type { CodeRow } from '#shared/commands/codebook.ts';
import { defaultBehaviours, defaultEvents } from './default-behaviours.ts';
import { defaultCauses } from './default-causes.ts';
import type { DefaultCode } from './default-code.ts';
import { nameUuid } from './name-uuid.ts';

const all: readonly DefaultCode[] = [...defaultCauses, ...defaultBehaviours, ...defaultEvents];

/** What is heard in most calls gets the digits 1 to 9. */
const digits: readonly string[] = ['VH', 'YR', 'VT', 'ER', 'EF', 'EO', 'BU', 'WF', 'VP'];

/** Letters tell codes apart; the colour only says what kind of code it is. */
function colourOf({ kind, dimension }: DefaultCode): number {
  if (kind === 'cause') return 0;
  if (kind === 'event') return 3;
  return dimension === 'emotional' ? 1 : 2;
}

/** The same in every project, so that the work of two listeners who both began with it can be joined. */
const idOf = (key: string): string => nameUuid(`default code ${key}`);

/** The codebook that a new project begins with, parents before children. */
export const defaultCodebook: readonly CodeRow[] = all.map((code) => {
  const digit = digits.indexOf(code.key) + 1;
  const { parent, examples, ...rest } = code;
  return { ...rest, id: idOf(code.key), parentId: parent === null ? null : idOf(parent), examples: [...examples], colour: colourOf(code), quickSlot: digit === 0 ? null : digit, retired: false };
});
