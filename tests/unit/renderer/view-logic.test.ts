import { describe, expect, it } from 'vitest';
import { themeOf } from '#renderer/app/follow-appearance.ts';
import { progressWords } from '#renderer/app/job-words.ts';
import { fitOf } from '#renderer/app/overlays/palette-entries.ts';
import { setAsideCsv } from '#renderer/app/set-aside-csv.ts';
import { repaired, groupProblems } from '#renderer/features/import/repairs.ts';
import { missingFields, retarget } from '#renderer/features/import/column-targets.ts';
import { activeKeys, chipsOf, withKey, without } from '#renderer/features/interactions/filter-chips.ts';
import { startTexts } from '#renderer/locales/i18n.ts';
import { fromHash, toHash, type Place } from '#renderer/stores/navigation.ts';
import { movedPosition } from '#renderer/ui/grid-position.ts';
import type { Mapping, TablePreview } from '#shared/model/import-mapping.ts';
import type { SetAsideRow } from '#shared/model/import-report.ts';
import { InteractionFilter } from '#shared/model/interaction-filter.ts';

const t = startTexts('en').t;

describe('the address', () => {
  it.each<Place>([
    { screen: 'home', params: {} },
    { screen: 'interactions', params: { filter: { text: 'bill & "a phrase" #1 ?', queue: null }, sort: { by: 'gap', descending: true } } },
    { screen: 'listen', params: { interactionId: 'x/y', atMs: 134_000, list: { filter: {} } } },
  ])('comes back as it went: %o', (place) => {
    expect(fromHash(toHash(place))).toEqual(place);
  });

  it.each(['', '#', '#/nowhere', '#/__proto__', '#Y6B69UOFGDBPDX4Nvdd1rjKOWnWvKdIgANW8GBjT870'])('%s leads home', (hash) => {
    expect(fromHash(hash)).toEqual({ screen: 'home', params: {} });
  });

  it.each(['#/gap?%', '#/gap?[1]', '#/gap?null', '#/gap?{"a":'])('%s asks for nothing', (hash) => {
    expect(fromHash(hash)).toEqual({ screen: 'gap', params: {} });
  });
});

describe('the grid', () => {
  const size = { rows: 100, columns: 5, page: 20 };
  const press = (key: string, held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
  it.each([
    ['ArrowDown', {}, { row: 0, column: 1 }, { row: 1, column: 1 }], ['ArrowUp', {}, { row: 0, column: 1 }, { row: -1, column: 1 }],
    ['ArrowUp', {}, { row: -1, column: 1 }, { row: -1, column: 1 }], ['ArrowRight', {}, { row: 3, column: 4 }, { row: 3, column: 4 }],
    ['PageDown', {}, { row: 95, column: 0 }, { row: 99, column: 0 }], ['PageUp', {}, { row: 5, column: 0 }, { row: 0, column: 0 }],
    ['Home', {}, { row: 5, column: 3 }, { row: 5, column: 0 }], ['End', { ctrlKey: true }, { row: 5, column: 3 }, { row: 99, column: 4 }],
    ['Home', { ctrlKey: true }, { row: 5, column: 3 }, { row: 0, column: 0 }],
  ])('%s %o from %o goes to %o', (...[key, held, from, to]) => {
    expect(movedPosition(from, press(key, held), size)).toEqual(to);
  });

  it('leaves letters, Tab and Alt+arrows alone', () => {
    expect([press('a'), press('Tab'), press('ArrowLeft', { altKey: true })].map((key) => movedPosition({ row: 0, column: 0 }, key, size))).toEqual([null, null, null]);
  });
});

describe('filters as chips', () => {
  const filter: InteractionFilter = { queue: null, channel: 'chat', evaluated: false, ids: ['a', 'b'], cell: 'companyOnly', surveyItem: { key: 'csat', isTop: false }, field: { name: 'Region', value: 'North' }, topBox: 1 };
  it('says each in words', () => {
    expect(chipsOf(t, filter).map(({ text }) => text)).toEqual([
      'Queue: Not known', 'Channel: Chat', 'Not evaluated', '2 chosen interactions', 'Only the company says good', 'Not the top answer to “csat”', 'Region: North', 'Good is the top box',
    ]);
  });

  it('has words for every key that a filter can hold', () => {
    const samples: Record<string, unknown> = { text: 'x', ids: ['a'], channel: 'chat', field: { name: 'a', value: 'b' }, cell: 'both', topBox: 2, surveyItem: { key: 'k' } };
    for (const key of Object.keys(InteractionFilter.shape)) {
      const yesNo = ['hasAudio', 'evaluated', 'answered', 'companyGood', 'customerGood', 'randomOnly', 'tagged', 'quoted', 'transferred', 'dated', 'cued'].includes(key);
      const [chip] = chipsOf(t, { [key]: samples[key] ?? (yesNo ? true : 'value') });
      expect(chip?.text, key).not.toMatch(/^(chip|field|interactions)|\.(yes|no)$|undefined/);
    }
  });

  it('takes keys away and sets them', () => {
    expect(without(filter, 'ids', 'queue')).not.toHaveProperty('ids');
    expect(withKey({ queue: 'Billing' }, 'queue', undefined)).toEqual({});
    expect(withKey({}, 'queue', null)).toEqual({ queue: null });
    expect(activeKeys({ text: '', queue: null })).toEqual(['queue']);
  });
});

const mapping: Mapping = {
  version: 1, kind: 'surveys', headerFingerprint: 'f', sheet: null, encoding: null, delimiter: ';', timeZone: 'UTC', noAnswer: 'ask', duplicates: 'ask', questions: [],
  columns: [
    { source: 'When', target: { to: 'field', field: 'answeredAt' }, dateOrder: 'ask' }, { source: 'Sent', target: { to: 'field', field: 'sentAt' }, dateOrder: 'ask' },
    { source: 'No', target: { to: 'field', field: 'externalId' } },
  ],
};
const row = (code: string, column: string | null): SetAsideRow => ({ file: 'a.csv', row: 2, column, code, found: null, expected: null, message: 'm' });

describe('mending an import', () => {
  it('groups problems by what mends them: kind and column, mendable first', () => {
    const groups = groupProblems([row('FILE_KIND_UNKNOWN', null), row('FILE_KIND_UNKNOWN', null), row('FILE_KIND_UNKNOWN', null), row('DATE_ORDER_AMBIGUOUS', 'When'), row('DATE_ORDER_AMBIGUOUS', 'Sent'), row('DATE_ORDER_AMBIGUOUS', 'When')]);
    expect(groups.map(({ code, column, count }) => [code, column, count])).toEqual([['DATE_ORDER_AMBIGUOUS', 'When', 2], ['DATE_ORDER_AMBIGUOUS', 'Sent', 1], ['FILE_KIND_UNKNOWN', null, 3]]);
  });

  it('changes only the column that the problem is in', () => {
    expect(repaired(mapping, 'read-day-month', 'When')?.columns.map(({ dateOrder }) => dateOrder)).toEqual(['DMY', 'ask', undefined]);
    expect(repaired(mapping, 'keep-last', 'No')?.duplicates).toBe('keep-last');
    expect(repaired(mapping, 'change-scale', 'When')).toBeNull();
  });

  const table = {
    kind: 'surveys', missingRequired: [],
    targets: [{ kind: 'surveys', fields: [{ field: 'externalId', label: 'Response ID', isRequired: true }] }, { kind: 'customers', fields: [{ field: 'externalId', label: 'Customer ID', isRequired: true }] }],
  } as unknown as TablePreview;
  it('says what is missing', () => {
    const without = { ...mapping, columns: mapping.columns.filter(({ source }) => source !== 'No') };
    expect(missingFields(table, without).map(({ label }) => label)).toEqual(['Response ID']);
    expect(missingFields(table, mapping)).toEqual([]);
  });

  it('gives a survey question its usual scale and words none', () => {
    const column = { source: 'Q1', target: { to: 'ignore' } } as const;
    expect(retarget(column, 'survey:nps', 'Would you recommend us?')).toEqual({ source: 'Q1', target: { to: 'survey_item', key: 'Q1', kind: 'nps', label: 'Would you recommend us?' }, scale: { min: 0, max: 10, direction: 'up' } });
    expect(retarget(column, 'survey:text', null)).not.toHaveProperty('scale');
  });

  it('writes set-aside rows as a table that no spreadsheet runs', () => {
    expect(setAsideCsv([{ ...row('X', 'a"b'), found: '=1+1', message: 'one,\ntwo' }])).toBe('file,row,column,code,found,expected,message\r\na.csv,2,"a""b",X,\'=1+1,,"one,\ntwo"\r\n');
  });
});

describe('words about work', () => {
  it('gives count, rate and time left, and says when work is held', () => {
    const at = { done: 118, total: 412, rate: null, leftMs: null, isPaused: false };
    expect(progressWords(t, at, 'en')).toBe('118 of 412');
    expect(progressWords(t, { ...at, rate: 3.1, leftMs: 94_000 }, 'en')).toBe('118 of 412 · 3.1 per second · about 1:34 left');
    expect(progressWords(t, { ...at, isPaused: true }, 'en')).toBe('118 of 412 · paused');
  });

  it('finds commands by the starts of their words', () => {
    expect(fitOf('Theme: dark', 'dark')).toBeGreaterThan(0);
    expect(fitOf('Theme: dark', 'dark the')).toBeGreaterThan(fitOf('Theme: dark', 'ark hem'));
    expect(fitOf('Open project…', 'open project')).toBeGreaterThan(fitOf('Open the sample project', 'open project'));
    expect(fitOf('Theme: dark', 'light')).toBe(0);
  });

  it.each([
    ['system', { isDark: true, wantsContrast: false }, 'dark'], ['system', { isDark: false, wantsContrast: true }, 'contrast'],
    ['system', { isDark: false, wantsContrast: false }, 'light'], ['light', { isDark: true, wantsContrast: true }, 'light'],
  ] as const)('the choice %s on %o shows %s', (choice, system, theme) => {
    expect(themeOf(choice, system)).toBe(theme);
  });
});
