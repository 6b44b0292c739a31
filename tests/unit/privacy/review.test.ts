import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeInteraction } from '#shared/contract/interactions.ts';
import { createRouterClient } from '@orpc/server';
import { randomUUID } from 'node:crypto';
import { createEngine, type SilencedBytes } from '#engine/index.ts';
import { emptyRange, sampleBytes, scanOf } from '#engine/audio/sample-range.ts';
import { toneOf } from '#engine/audio/tone.ts';
import { silencedBytes } from '#engine/privacy/playable-file.ts';
import { silencing } from '#hosts/silenced-stream.ts';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';
import { followed } from '#tests/support/hosts/procedure-record.ts';

/** Two seconds of a steady level, 8 bit, 8 kHz: a byte is a sample. */
function steady(seconds: number): Buffer {
  const wav = Buffer.alloc(44 + seconds * 8000, 0x90);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + seconds * 8000, 4);
  wav.write('WAVEfmt ', 8);
  for (const [at, value] of [[16, 16], [24, 8000], [28, 8000], [40, seconds * 8000]] as const) wav.writeUInt32LE(value, at);
  for (const [at, value] of [[20, 1], [22, 1], [32, 1], [34, 8]] as const) wav.writeUInt16LE(value, at);
  wav.write('data', 36);
  return wav;
}

/** What comes out when a recording is sent in small pieces. */
async function silenced(sound: Buffer, how: { from: number; silenced: readonly SilencedBytes[] }): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const stream = silencing(how.from, how.silenced);
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  for (let at = 0; at < sound.length; at += 777) stream.write(Buffer.from(sound.subarray(at, at + 777)));
  stream.end();
  await new Promise((done) => stream.on('end', done));
  return Buffer.concat(pieces);
}

describe('reviewing what is suggested', () => {
  let lab: EngineLab;
  const text = async (seq: number) => wholeInteraction(await lab.client.interactions.get({ id: 'C-1' })).turns[seq]?.text ?? '';
  const recorded = async () => {
    const { media: [media], turns } = wholeInteraction(await lab.client.interactions.get({ id: 'C-1' }));
    return { mediaId: media?.id ?? '', turn: { startMs: turns[2]?.startMs ?? 0, endMs: turns[2]?.endMs ?? 0 } };
  };
  const places = async () => (await lab.client.privacy.places({ interactionId: 'C-1' })).places;

  beforeAll(async () => {
    lab = await openLab();
    await lab.run(await lab.put({
      'C-1.vtt': vtt([['Agent', 'Who am I speaking with?'], ['Customer', 'My name is Oluwaseun Adeyemi.'], ['Customer', 'Card 4111 1111 1111 1111.']]),
      'C-1.wav': steady(10),
      'interactions.csv': 'interaction_id,channel,started_at,customer_id\nC-1,phone,2026-01-05T09:00:00Z,K-1',
    }));
  });
  afterAll(() => lab.close());

  it('hides what was agreed to, keeps what was not, and offers neither again', async () => {
    const suggested = await places();
    expect(suggested.map(({ type, status, text: words }) => [type, status, words])).toEqual([
      ['PERSON', 'suggested', 'Oluwaseun Adeyemi'], ['CREDIT_CARD', 'suggested', '4111 1111 1111 1111'],
    ]);
    const [name, card] = suggested.map(({ turnSeq, charStart, charEnd, type }) => ({ turnSeq, charStart, charEnd, type }));
    if (name === undefined || card === undefined) throw new Error('There is nothing to review.');
    await lab.client.privacy.review({ interactionId: 'C-1', apply: [card], dismiss: [name] });
    expect(await text(2)).toBe(`Card ${'▮'.repeat(19)}.`);
    expect(await text(1)).toBe('My name is Oluwaseun Adeyemi.');
    expect((await places()).map(({ status }) => status)).toEqual(['dismissed', 'applied']);
  });

  it('never finds hidden words by searching, shows them again on undo, and hides them again on redo', async () => {
    expect(await lab.client.interactions.search({ words: '4111', offset: 0, limit: 5 })).toMatchObject({ total: 0 });
    expect(await lab.client.interactions.search({ words: 'card', offset: 0, limit: 5 })).toMatchObject({ total: 1 });
    await lab.client.project.undo();
    expect(await text(2)).toBe('Card 4111 1111 1111 1111.');
    expect(await lab.client.interactions.search({ words: '4111', offset: 0, limit: 5 })).toMatchObject({ total: 1 });
    await lab.client.project.redo();
    expect(await text(2)).not.toContain('4111');
  });

  it('shows the original only where the policy says so', async () => {
    const { policy } = await lab.client.privacy.policy();
    await lab.client.privacy.setPolicy({ ...policy, show: 'original' });
    expect(await text(2)).toContain('4111');
    expect(wholeInteraction(await lab.client.interactions.get({ id: 'C-1' })).turns.map(({ redacted }) => redacted)).toEqual([undefined, undefined, `Card ${'▮'.repeat(19)}.`]);
    await lab.client.privacy.setPolicy({ ...policy, show: 'redacted' });
    expect(await text(2)).not.toContain('4111');
    expect(wholeInteraction(await lab.client.interactions.get({ id: 'C-1' })).turns.some(({ redacted }) => redacted !== undefined)).toBe(false);
  });

  it('silences the recording and flattens the waveform where hidden words are said', async () => {
    const { mediaId, turn } = await recorded();
    const file = await lab.engine.mediaFile(mediaId);
    const [span] = file?.silenced ?? [];
    if (file === null || span === undefined) throw new Error('Nothing is silenced.');
    // The card number fills the turn from its sixth letter on; 8,000 bytes are a second.
    expect(span.start).toBeLessThanOrEqual(44 + turn.startMs * 8 + 8000 * 0.5);
    expect(span.end).toBeGreaterThanOrEqual(44 + (turn.endMs - 100) * 8);
    const heard = await silenced(steady(10).subarray(1000), { from: 1000, silenced: file.silenced });
    expect(heard).toHaveLength(44 + 80_000 - 1000);
    expect(new Set(heard.subarray(span.start - 1000, span.end - 1000))).toEqual(new Set([0x80]));
    expect([heard[span.start - 1001], heard[span.end - 1000]]).toEqual([0x90, 0x90]);
    await lab.client.media.measure({ mediaId });
    const peaks = await lab.client.media.peaks({ mediaId, fromMs: turn.startMs + 600, toMs: turn.endMs - 200, points: 20 });
    expect(Math.max(...(peaks?.channels[0] ?? []).map(Math.abs))).toBe(0);
  });

  it('gives a tone of a thousand hertz instead, where the policy says so', async () => {
    const { policy } = await lab.client.privacy.policy();
    await lab.client.privacy.setPolicy({ ...policy, sound: 'tone' });
    const { mediaId } = await recorded();
    const file = await lab.engine.mediaFile(mediaId);
    const [span] = file?.silenced ?? [];
    if (file === null || span === undefined) throw new Error('Nothing is hidden.');
    const heard = await silenced(steady(10).subarray(1000), { from: 1000, silenced: file.silenced });
    const tone = [...heard.subarray(span.start - 1000, span.end - 1000)].map((byte) => byte - 0x80);
    // At 8,000 samples a second a period is eight samples; none of what was there is left.
    expect(tone.slice(0, 9)).toEqual([0, 18, 25, 18, 0, -18, -25, -18, 0]);
    expect(tone.every((value, at) => value === tone[at % 8])).toBe(true);
    expect([heard[span.start - 1001], heard[span.end - 1000]]).toEqual([0x90, 0x90]);
    await lab.client.privacy.setPolicy({ ...policy, sound: 'silence' });
  });

  it.each([
    { encoding: 'mulaw', channels: 1, sampleRate: 8000, bytes: 8 }, { encoding: 'alaw', channels: 2, sampleRate: 8000, bytes: 16 }, { encoding: 's16', channels: 2, sampleRate: 44_100, bytes: 176 },
    { encoding: 's24', channels: 1, sampleRate: 48_000, bytes: 144 }, { encoding: 's32', channels: 1, sampleRate: 16_000, bytes: 64 }, { encoding: 'f32', channels: 1, sampleRate: 16_000, bytes: 64 },
  ] as const)(
    'a tone in $encoding of $channels channels at $sampleRate Hz is made of whole frames, starts at rest and never comes near the loudest',
    ({ encoding, channels, sampleRate, bytes }) => {
      const tone = Uint8Array.from(toneOf({ encoding, channels, sampleRate }));
      expect(tone).toHaveLength(bytes);
      const range = emptyRange();
      scanOf(encoding, tone, channels)(0, bytes / sampleBytes[encoding], range);
      expect([range.max / 32_768, range.min / 32_768]).toEqual([expect.closeTo(0.2, 1), expect.closeTo(-0.2, 1)]);
    },
  );

  it('does not play what it cannot silence', async () => {
    const source = { name: 'x.mp3', size: 4, stream: async function* () { yield await Promise.resolve(Buffer.from('ID3x')); } };
    expect(await silencedBytes(source as never, [{ startMs: 0, endMs: 10 }])).toBeNull();
  });

  it('marks words wherever they occur in the call', async () => {
    expect(await lab.client.privacy.markWords({ interactionId: 'C-1', words: 'speaking', type: 'PERSON' })).toEqual({ applied: 1 });
    expect(await text(0)).toBe('Who am I ▮▮▮▮▮▮▮▮ with?');
  });

  it('shows a viewer only the redacted text, lets them change nothing, and never tells what lies behind', async () => {
    const { policy } = await lab.client.privacy.policy();
    await lab.client.privacy.setPolicy({ ...policy, show: 'original' });
    const [project] = await lab.client.project.list();
    const viewer = createEngine({ files: lab.files, clock: () => new Date(), newId: randomUUID, log: () => undefined, actor: 'viewer', isViewer: true });
    const client = createRouterClient(viewer.router);
    await client.project.open({ id: project?.id ?? '' });
    expect(wholeInteraction(await client.interactions.get({ id: 'C-1' })).turns[2]?.text).not.toContain('4111');
    expect((await client.privacy.places({ interactionId: 'C-1' })).places.every((place) => place.text === null)).toBe(true);
    expect((await client.project.info())?.isReadOnly).toBe(true);
    await expect(client.tags.addNote({ interactionId: 'C-1', atMs: null, turnSeq: null, text: 'x' })).rejects.toMatchObject({ code: 'READ_ONLY' });
    await expect(client.privacy.setPolicy(policy)).rejects.toMatchObject({ code: 'READ_ONLY' });
    await expect(client.privacy.exportAudit()).rejects.toMatchObject({ code: 'REFUSED' });
    await viewer.close();
    await lab.client.privacy.setPolicy(policy);
  });

  it('removes the words behind every hidden place for good', async () => {
    const { result } = await followed(await lab.client.privacy.makeFinal());
    expect(result.removed['hidden places']).toBe(2);
    const { policy } = await lab.client.privacy.policy();
    await lab.client.privacy.setPolicy({ ...policy, show: 'original' });
    expect(await text(2)).toBe(`Card ${'▮'.repeat(19)}.`);
    const final = (await places()).filter(({ status }) => status === 'final');
    expect(final.map((place) => place.text)).toEqual([null, null]);
    await expect(lab.client.privacy.restore({ ids: [final[0]?.id ?? ''] })).rejects.toMatchObject({ code: 'REFUSED' });
    expect((await lab.client.project.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});
