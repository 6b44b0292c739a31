import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import { writeCsv } from '#engine/briefing/write-csv.ts';
import { writeZip } from '#engine/briefing/write-zip.ts';
import { aMoment, aStory, editionOf, payloads, written } from './a-story.ts';

const rowsOf = (bytes: Uint8Array) => Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true }).data;
/** What a spreadsheet runs: a cell that begins so, also behind blanks and quotes. A number is none. */
const isLive = (cell: string) => /^[\s"]*[=+\-@＝＋－＠\t\r\n\0]/u.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell);

it('has a row for each claim with real numbers, and is the same to the byte', async () => {
  const bytes = await written(writeCsv, aStory());
  const [head = [], ...rows] = rowsOf(bytes);
  expect(rows.map(([id]) => id)).toEqual(['gap.company', 'causes.a']);
  const first = Object.fromEntries(head.map((name, at) => [name, rows[0]?.[at]]));
  expect(first).toMatchObject({ value: '0.7', n: '1300', x: '910', unit: 'share', period: 'August 2026', interactions: 'not of single interactions', data: 'fedcba9876543210', 'as of': '2026-11-21' });
  expect(Buffer.from(await written(writeCsv, aStory())).equals(Buffer.from(bytes))).toBe(true);
});

it('runs none of 300 payloads in claims, quotes, notes and names', async () => {
  expect(payloads).toHaveLength(300);
  expect(isLive('=1')).toBe(true);
  const live: string[] = [];
  for (const payload of payloads) {
    const story = aStory(payload);
    const edition = editionOf({ ...story, slides: story.slides.map((slide) => ({ ...slide, claims: slide.claims.map((claim) => ({ ...claim, text: payload, definition: payload })) })) },
      { moments: [{ ...aMoment('moment-1', payload), externalId: payload, who: payload }], momentOf: new Map([['gap.company', 'moment-1'], ['i-1 4', 'moment-1']]) });
    const rows = [...rowsOf(await written(writeCsv, edition)), ...rowsOf(unzipSync(await written(writeZip, edition))['manifest.csv'] ?? new Uint8Array())];
    expect(rows.flat().some((cell) => cell.includes(payload.trim()))).toBe(true);
    live.push(...rows.flat().filter(isLive));
  }
  expect(live).toEqual([]);
}, 60_000);
