import { expect, test } from 'vitest';
import { csvText } from '#renderer/app/set-aside-csv.ts';
import { callRows } from '#renderer/features/customers/call/call-words.ts';
import { startTexts } from '#renderer/locales/i18n.ts';

test('the exported list names the reason, and no cell of it can run in a spreadsheet', () => {
  const writing = { t: startTexts('en').t, locale: 'en' };
  const { header, rows } = callRows([{
    id: 'c', externalId: '=1+1', name: '@Ruth, "R"', issue: 'Paper-bill fee', subject: 'code:k', trait: { kind: 'field', name: 'billing', value: 'paper' }, contacts: 2, yearMargin: 12.345,
  }], writing);
  expect(csvText(header, rows)).toBe([
    'Number,Customer,Open issue,Reason,"Contacts, a year","Margin, a year"',
    `'=1+1,"'@Ruth, ""R""",Paper-bill fee,billing: paper, as callers about Paper-bill fee; no contact about it yet,2,12.35`.replace('billing: paper, as callers about Paper-bill fee; no contact about it yet', '"billing: paper, as callers about Paper-bill fee; no contact about it yet"'), '',
  ].join('\r\n'));
});
