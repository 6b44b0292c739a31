import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLab, type EngineLab } from '#tests/support/engine/engine-lab.ts';

let lab: EngineLab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

/** How a file of each kind begins, before it goes on with one piece repeated without end. */
const beginnings: Readonly<Record<string, string>> = {
  csv: 'interaction_id,started_at\nx,', txt: 'Agent: Good morning.\nCustomer: ', eml: 'From: a@example.com\nSubject: ', mbox: 'From a Mon\nFrom: a@example.com\n\n', vtt: 'WEBVTT\n\n', srt: '1\n00:00:01,000 --> 00:00:02,000\n', json: '', ttml: '<tt xmlns="http://www.w3.org/ns/ttml"><body>',
};
const pieces = ['a', 'A ', 'Aa: ', '1:1 ', '1-', '(', '[1', '<', '<a ', '&', '"', ',"', '=?', '{"a":', '[[', ' ', '\t', '\n ', ': ', '<v ', '\\', 'a@', '@', '00:00 --> '];
const size = 20_000;
/** With room for a slow machine; what grows with the square of its length took ten times as long. */
const stopMs = 500;

test.each(Object.keys(beginnings))('no .%s file is looked at for longer than a moment', async (ending) => {
  let worst = { ms: 0, piece: '' };
  for (const piece of pieces) {
    const [id = ''] = await lab.put({ [`evil.${ending}`]: `${beginnings[ending] ?? ''}${piece.repeat(Math.ceil(size / piece.length))}` });
    const startedAt = process.cpuUsage();
    await lab.run([id], { dryRun: true });
    const { user, system } = process.cpuUsage(startedAt);
    const ms = (user + system) / 1000;
    if (ms > worst.ms) worst = { ms, piece };
  }
  expect(worst.ms, JSON.stringify(worst.piece)).toBeLessThan(stopMs);
});
