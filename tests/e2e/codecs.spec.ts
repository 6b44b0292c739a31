import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasFfmpeg } from '#tests/support/has-ffmpeg.ts';
import { axeFindings, expect, projectOf, test } from './support/app.ts';

/** Formats that contact-centre recorders write, with what makes ffmpeg write them. */
const playable: Record<string, string[]> = {
  'MULAW.wav': ['-ar', '8000', '-c:a', 'pcm_mulaw'], 'ALAW.wav': ['-ar', '8000', '-c:a', 'pcm_alaw'], 'MP.mp3': ['-c:a', 'libmp3lame'], 'AAC.m4a': ['-c:a', 'aac'],
  'VORBIS.ogg': ['-c:a', 'libvorbis'], 'OPUS.opus': ['-c:a', 'libopus'], 'FLAC.flac': ['-c:a', 'flac'],
};
const unplayable: Record<string, RegExp> = { 'GSM.wav': /GSM 6\.10/, 'AMR.amr': /AMR/ };

/** A WAV of GSM 6.10, as its header says; no decoder of a browser knows the codec. */
function gsmFile(): Uint8Array {
  const blocks = Buffer.alloc(65 * 125, 0x5a);
  const head = Buffer.alloc(48);
  head.write('RIFF', 0); head.writeUInt32LE(40 + blocks.length, 4); head.write('WAVEfmt ', 8); head.writeUInt32LE(20, 16); head.writeUInt16LE(0x31, 20); head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24); head.writeUInt32LE(1_625, 28); head.writeUInt16LE(65, 32); head.writeUInt16LE(0, 34); head.writeUInt16LE(2, 36); head.writeUInt16LE(320, 38);
  head.write('data', 40); head.writeUInt32LE(blocks.length, 44);
  return Buffer.concat([head, blocks]);
}

/** AMR-NB frames of 12.2 kbit/s, 20 ms each. */
function amrFile(): Uint8Array {
  return Buffer.concat([Buffer.from('#!AMR\n'), ...Array.from({ length: 200 }, () => Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31, 0x5a)]))]);
}

function writeFiles(folder: string): void {
  const source = ['-v', 'error', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=2', '-ac', '2'];
  for (const [name, options] of Object.entries(playable)) execFileSync('ffmpeg', [...source, ...options, join(folder, name)]);
  writeFileSync(join(folder, 'GSM.wav'), gsmFile());
  writeFileSync(join(folder, 'AMR.amr'), amrFile());
  const words = 'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n<v Agent>Good morning.\n\n00:00:02.000 --> 00:00:04.000\n<v Customer>You said that yesterday.\n';
  for (const name of [...Object.keys(playable), ...Object.keys(unplayable)]) writeFileSync(join(folder, name.replace(/\..*/u, '.vtt')), words);
}

test('every recording plays or is refused by name, and what cannot be played can be tagged', async ({ page, serve }) => {
  const isHere = hasFfmpeg();
  if (!isHere) console.log('Not run: the recordings are made with ffmpeg, which is not on this machine.');
  test.skip(!isHere, 'ffmpeg is not on this machine');
  const { url } = await serve((folder) => projectOf(folder, writeFiles));
  const kept: string[] = [];
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => void (payload.toString().includes('/media/keepPeaks') && kept.push('kept'))));
  const open = async (name: string): Promise<void> => {
    await page.evaluate((address) => { location.hash = address; }, `#/listen?${encodeURIComponent(JSON.stringify({ interactionId: name.replace(/\..*/u, '') }))}`);
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(name.replace(/\..*/u, '')) })).toBeVisible();
  };
  await page.goto(url);
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();

  for (const name of Object.keys(playable)) {
    await test.step(`${name} plays`, async () => {
      await open(name);
      const play = page.getByRole('button', { name: 'Play', exact: true });
      await expect(play).toBeEnabled();
      await play.click();
      const position = page.getByRole('slider', { name: 'Position' });
      await expect.poll(async () => Number(await position.getAttribute('aria-valuenow')), { intervals: [50] }).toBeGreaterThan(0.1);
      expect(Number(await position.getAttribute('aria-valuemax'))).toBeCloseTo(2, 0);
    });
  }
  await test.step('what the page measured is kept, and not measured twice', async () => {
    await expect.poll(() => kept.length).toBe(1);
    await page.reload();
    const asked = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived', ({ payload }) => payload.toString().includes('"channels":[[')));
    await open('AAC.m4a');
    await asked;
    expect(kept).toHaveLength(1);
  });
  for (const [name, codec] of Object.entries(unplayable)) {
    await test.step(`${name} is refused by name and can be tagged`, async () => {
      await open(name);
      await expect(page.getByRole('alert').filter({ hasText: codec })).toBeVisible();
      await page.getByRole('gridcell', { name: 'You said that yesterday.' }).click();
      await page.keyboard.press('1');
      await expect(page.getByRole('tab', { name: 'Moments (1)' })).toBeVisible();
    });
  }
  expect(await axeFindings(page)).toEqual([]);
});
