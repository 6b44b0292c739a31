import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BombOutcome } from '#tests/support/engine/bomb-child.ts';
import { honestPart, packedRun, zipOf } from '#tests/support/engine/zip-bombs.ts';
import { figure } from '#tests/support/figure.ts';
import { type Bundle, bundleForNode } from '#tests/support/store/bundle.ts';
import { aFolder } from '#tests/support/store/test-project.ts';

const mb = 1024 * 1024;
const mostWorkMs = 2_000;
const mostBytes = 400 * mb;
const runMb = 300;

const sheetHead = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>';
const workbook = [
  honestPart('[Content_Types].xml', '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
  honestPart('xl/workbook.xml', '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
  honestPart('xl/_rels/workbook.xml.rels', '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
];
const laughs = (body: string): string => `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${Array.from({ length: 9 }, (_, level) => `<!ENTITY ${'bcdefghij'[level]} "${`&${'abcdefghi'[level]};`.repeat(10)}">`).join('')}]>${body}`;

/** A WAV header with these numbers and `sound` bytes behind it. */
function wav({ channels = 1, rate = 8000, claimed, sound = 8000 }: { channels?: number; rate?: number; claimed: number; sound?: number }): Uint8Array {
  const file = Buffer.alloc(44 + sound, 0x80);
  file.write('RIFF', 0);
  file.writeUInt32LE(claimed, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  for (const [at, value] of [[20, 1], [22, channels], [32, channels], [34, 8]] as const) file.writeUInt16LE(value, at);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * channels > 0xffffffff ? 0xffffffff : rate * channels, 28);
  file.write('data', 36);
  file.writeUInt32LE(claimed, 40);
  return file;
}

function bombs(): Record<string, Uint8Array | string> {
  const { packed, size } = packedRun(sheetHead, runMb);
  const word = packedRun('<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>', runMb);
  return {
    'honest.xlsx': zipOf([...workbook, { name: 'xl/worksheets/sheet1.xml', packed, declaredSize: size }]),
    'lying.xlsx': zipOf([...workbook, { name: 'xl/worksheets/sheet1.xml', packed, declaredSize: 100 }]),
    'overlapping.xlsx': zipOf([...workbook, { name: 'xl/worksheets/sheet1.xml', packed, declaredSize: size }], { times: 900 }),
    'many.xlsx': zipOf([...workbook, honestPart('xl/worksheets/sheet1.xml', `${sheetHead}x`)], { times: 9_000 }),
    'nested.xlsx': zipOf([{ name: 'inner.xlsx', packed: packedRun('PK', 1).packed, declaredSize: 10 }]),
    'lying.docx': zipOf([honestPart('[Content_Types].xml', '<Types/>'), { name: 'word/document.xml', packed: word.packed, declaredSize: 100 }]),
    'laughs.xlsx': zipOf([...workbook, honestPart('xl/worksheets/sheet1.xml', laughs('<worksheet><sheetData><row><c><v>&j;</v></c></row></sheetData></worksheet>'))]),
    'laughs.ttml': laughs('<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="0s" end="1s">&j;</p></div></body></tt>'),
    'quadratic.eaf': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'a'.repeat(100_000)}">]><ANNOTATION_DOCUMENT>${'&a;'.repeat(100_000)}</ANNOTATION_DOCUMENT>`,
    'outside.ttml': '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="0s" end="1s">&a;</p></div></body></tt>',
    'deep.ttml': `<tt xmlns="http://www.w3.org/ns/ttml"><body>${'<div>'.repeat(200_000)}`,
    'deep.json': `{"a":${'['.repeat(2_000_000)}`,
    'commas.csv': `interaction_id,queue\nI-1${','.repeat(10_000_000)}\n`,
    'wide.wav': wav({ claimed: 0xffffffff }), 'silent.wav': wav({ rate: 0, claimed: 8000 }), 'many.wav': wav({ channels: 255, claimed: 8000 }), 'fast.wav': wav({ rate: 0xffffffff, claimed: 8000 }),
    'tagged.mp3': Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f]), Buffer.alloc(2 * mb, 'a')]),
    'endless.m4a': Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypM4A \0\0\0\0M4A isom'), Buffer.from([0, 0, 0, 1]), Buffer.from('moov'), Buffer.alloc(8, 0xff), Buffer.alloc(1000)]),
  };
}

let program: Bundle | undefined;
beforeAll(async () => {
  program = await bundleForNode('tests/support/engine/bomb-child.ts');
}, 60_000);
const folder = aFolder();
afterAll(() => {
  folder.remove();
  program?.remove();
});

function importAll(path: string): Promise<BombOutcome[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path, folder.path], { env: { ...process.env, NODE_PATH: join(import.meta.dirname, '..', '..', 'node_modules') }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output.trim().split('\n').map((line) => JSON.parse(line) as BombOutcome)) : reject(new Error(errors))));
  });
}

test('U-02, U-03, U-11: bombs are refused before they go off', async () => {
  if (program === undefined) throw new Error('The child program was not built.');
  const files = bombs();
  for (const [name, content] of Object.entries(files)) writeFileSync(folder.file(name), content);
  const [before, ...outcomes] = await importAll(program.path);
  expect(outcomes.map(({ name }) => name)).toEqual(Object.keys(files).toSorted());
  expect(outcomes.filter(({ failure }) => failure !== null)).toEqual([]);
  // Of a recording with impossible numbers the file may be kept, unplayed; nothing is ever read out of the others.
  const isSound = (name: string) => /\.(wav|mp3|m4a)$/.test(name);
  expect(outcomes.filter(({ name, setAside, ...outcome }) => !isSound(name) && (setAside === 0 || outcome.new > 0))).toEqual([]);
  const slowest = outcomes.toSorted((a, b) => b.workMs - a.workMs)[0] as BombOutcome;
  const grown = Math.max(...outcomes.map(({ peakBytes }) => peakBytes)) - (before?.peakBytes ?? 0);
  figure('G-19', `${outcomes.length} ZIP, XML, JSON, table and audio bombs: none went off; the slowest (${slowest.name}) ${slowest.workMs} ms of work (to be under ${mostWorkMs}), the most memory ${Math.round(grown / mb)} MB above the start (to be under ${mostBytes / mb})`);
  expect(slowest.workMs, slowest.name).toBeLessThan(mostWorkMs);
  expect(grown).toBeLessThan(mostBytes);
}, 120_000);
