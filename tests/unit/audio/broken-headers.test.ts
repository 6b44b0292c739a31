import { describe, expect, test } from 'vitest';
import { detectAudio, readAudioHeader } from '#engine/audio/audio-header.ts';
import { bigWord, latin, pieces, riffChunk, samples16, wavFile, word } from './wav-file.ts';

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const read = (bytes: Uint8Array) => readAudioHeader(pieces(bytes));
const refused = (code: string, words: RegExp) => ({ problem: { code, message: expect.stringMatching(words) as unknown } });
const box = (type: string, ...body: readonly Uint8Array[]): Uint8Array => {
  const inside = join(...body);
  return join(bigWord(inside.length + 8), latin(type), inside);
};

describe('MP4 put together by hand', () => {
  const ftyp = box('ftyp', latin('M4A '), bigWord(0));
  /** Version 0 of `mdhd` and `mvhd`: scale and length behind two dates. */
  const times = (type: string, scale: number, ticks: number) => box(type, bigWord(0, 0, 0, scale, ticks));
  const handler = (kind: string) => box('hdlr', bigWord(0, 0), latin(kind), bigWord(0));
  const entry = (codec: string, channels = 2, rate = 44_100) => box('minf', box('stbl', box('stsd', bigWord(0, 1, 36), latin(codec), bigWord(0, 0, 0, 0), new Uint8Array([0, channels, 0, 16]), bigWord(0, rate * 65_536))));
  const track = (...media: readonly Uint8Array[]) => box('trak', box('mdia', ...media));
  const file = (...inMoov: readonly Uint8Array[]) => join(ftyp, box('moov', ...inMoov));

  test('a film beside its sound: the sound is described, its own clock gives the length', async () => {
    const film = track(times('mdhd', 90_000, 1), handler('vide'));
    const sound = track(times('mdhd', 8000, 24_000), handler('soun'), entry('mp4a', 1, 8000));
    expect(await read(file(film, sound))).toEqual({ format: 'm4a', codec: 'AAC', durationMs: 3000, channels: 1, sampleRate: 8000, playable: true, reason: null });
  });

  test('a list of contents behind sound of more than 4 GB, by its wide length', async () => {
    const sound = join(bigWord(1), latin('mdat'), bigWord(0, 16 + 5), new Uint8Array(5));
    expect(await read(join(ftyp, sound, box('moov', track(times('mdhd', 10, 20), handler('soun'), entry('mp4a')))))).toMatchObject({ durationMs: 2000 });
    await expect(read(join(ftyp, bigWord(1), latin('mdat'), new Uint8Array([0, 0])))).rejects.toMatchObject(refused('AUDIO_TRUNCATED', /cut off/));
  });

  test('a clock of 64 bits', async () => {
    const wide = box('mdhd', new Uint8Array([1, 0, 0, 0]), bigWord(0, 0, 0, 0, 1000, 0, 5000));
    expect(await read(file(track(wide, handler('soun'), entry('mp4a'))))).toMatchObject({ durationMs: 5000 });
    const short = box('mdhd', new Uint8Array([1, 0, 0, 0]), bigWord(0, 0, 0, 0));
    expect(await read(file(track(short, handler('soun'), entry('mp4a'))))).toMatchObject({ durationMs: null });
  });

  test('a recording in fragments: its length is the film’s, of 32 and of 64 bits, or not known', async () => {
    const sound = track(times('mdhd', 8000, 0), handler('soun'), entry('mp4a'));
    const open = track(times('mdhd', 8000, 0xffff_ffff), handler('soun'), entry('mp4a'));
    const lengths = (...inMoov: readonly Uint8Array[]) => read(file(...inMoov)).then(({ durationMs }) => durationMs);
    const fragments = (...numbers: readonly number[]) => box('mvex', box('mehd', bigWord(...numbers)));
    expect(await lengths(times('mvhd', 600, 0), sound, fragments(0, 1200))).toBe(2000);
    expect(await lengths(times('mvhd', 600, 0), open, fragments(0x0100_0000, 0, 600))).toBe(1000);
    expect(await lengths(times('mvhd', 0, 0), sound, fragments(0, 1200))).toBeNull();
    expect(await lengths(times('mvhd', 600, 0), sound, fragments(0))).toBeNull();
    expect(await lengths(times('mvhd', 600, 0), sound, fragments(0x0100_0000, 5))).toBeNull();
    expect(await lengths(times('mvhd', 600, 0), sound)).toBeNull();
    expect(await lengths(sound, fragments(0, 1200))).toBeNull();
    expect(await lengths(box('mvhd', bigWord(0)), sound, fragments(0, 1200))).toBeNull();
    expect(await lengths(track(handler('soun'), entry('mp4a')))).toBeNull();
  });

  test('codecs that no player here decodes are named', async () => {
    expect(await read(file(track(times('mdhd', 10, 10), handler('soun'), entry('alac'))))).toMatchObject({ codec: 'Apple Lossless', playable: false, reason: expect.stringContaining('Apple Lossless') as unknown });
    expect(await read(file(track(times('mdhd', 10, 10), handler('soun'), entry('abc '))))).toMatchObject({ codec: 'abc', playable: false });
    const amr = join(box('ftyp', latin('3gp4'), bigWord(0)), box('moov', track(times('mdhd', 10, 10), handler('soun'), entry('samr', 1, 8000))));
    expect(await read(amr)).toMatchObject({ format: '3gp', codec: 'AMR', channels: 1 });
  });

  test('no sound, no description of it, a box that claims more than there is: a sentence each', async () => {
    await expect(read(file(track(times('mdhd', 10, 10), handler('vide'))))).rejects.toMatchObject(refused('AUDIO_NO_SOUND', /no sound track/));
    await expect(read(file(box('trak', box('tkhd')), box('trak', box('mdia'))))).rejects.toMatchObject(refused('AUDIO_NO_SOUND', /no sound track/));
    await expect(read(file(track(times('mdhd', 10, 10), handler('soun'))))).rejects.toMatchObject(refused('AUDIO_HEADER_INVALID', /moov.*damaged/));
    await expect(read(file(track(handler('soun'), box('minf', box('stbl', box('stsd', bigWord(0, 1)))))))).rejects.toMatchObject(refused('AUDIO_HEADER_INVALID', /damaged/));
    await expect(read(join(ftyp, bigWord(0), latin('moov'), bigWord(0)))).rejects.toMatchObject(refused('AUDIO_HEADER_INVALID', /damaged/));
    await expect(read(join(ftyp, bigWord(0x7000_0000), latin('moov'), bigWord(0)))).rejects.toMatchObject(refused('AUDIO_HEADER_INVALID', /damaged/));
    await expect(read(join(ftyp, bigWord(4), latin('free'), bigWord(0)))).rejects.toMatchObject(refused('AUDIO_TRUNCATED', /moov.*cut off/));
    await expect(read(file(bigWord(5), latin('trak')))).rejects.toMatchObject(refused('AUDIO_NO_SOUND', /no sound track/));
  });
});

describe('MP3 frame by frame', () => {
  /** A frame of this header, as long as the standard makes it. */
  const frame = (header: readonly [number, number, number], length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    bytes.set([0xff, ...header]);
    return bytes;
  };
  const many = (one: Uint8Array, count: number) => join(...Array.from({ length: count }, () => one));

  test.for<[string, Uint8Array, number, object]>([
    ['layer 3 of version 2', frame([0xf3, 0x80, 0xc0], 208), 576 / 22_050, { codec: 'MPEG layer 3', sampleRate: 22_050, channels: 1 }],
    ['layer 3 of version 2.5', frame([0xe3, 0x80, 0x00], 417), 576 / 11_025, { sampleRate: 11_025, channels: 2 }],
    ['layer 2', frame([0xfd, 0x90, 0x00], 522), 1152 / 44_100, { codec: 'MPEG layer 2' }],
    ['layer 1', frame([0xff, 0x80, 0x00], 276), 384 / 44_100, { codec: 'MPEG layer 1' }],
  ])('%s: so many frames are so long', async ([, one, seconds, header]) => {
    expect(await read(many(one, 30))).toMatchObject({ ...header, durationMs: Math.round(30 * seconds * 1000), playable: true });
  });

  test('a changing bitrate is counted to its end, garbage and half a frame behind it are not', async () => {
    const [low, high] = [frame([0xfb, 0x50, 0xc0], 208), frame([0xfb, 0x90, 0xc0], 417)];
    const frames = Array.from({ length: 300 }, (_, at) => (at % 2 === 0 ? low : high));
    const durationMs = Math.round((300 * 1152 * 1000) / 44_100);
    expect(await read(join(...frames, latin('TAG and what follows it')))).toMatchObject({ durationMs });
    expect(await read(join(...frames.slice(1), low.subarray(0, 100)))).toMatchObject({ durationMs });
  });

  test('the number of frames that an encoder wrote: Info, VBRI, or a Xing header without it', async () => {
    const first = (put: readonly (readonly [Uint8Array, number])[]) => {
      const bytes = frame([0xfb, 0x90, 0xc0], 417);
      for (const [what, at] of put) bytes.set(what, at);
      return join(bytes, frame([0xfb, 0x90, 0xc0], 417));
    };
    const ofFrames = (count: number) => Math.round((count * 1152 * 1000) / 44_100);
    expect(await read(first([[latin('Info'), 21], [bigWord(1, 500), 25]]))).toMatchObject({ durationMs: ofFrames(500) });
    expect(await read(first([[latin('VBRI'), 36], [bigWord(700), 50]]))).toMatchObject({ durationMs: ofFrames(700) });
    expect(await read(first([[latin('VBRI'), 36]]))).toMatchObject({ durationMs: ofFrames(2) });
    expect(await read(first([[latin('Xing'), 21], [bigWord(0, 500), 25]]))).toMatchObject({ durationMs: ofFrames(2) });
    expect(await read(first([[latin('Xing'), 21], [bigWord(1, 0), 25]]))).toMatchObject({ durationMs: ofFrames(2) });
    const stereo = frame([0xfb, 0x90, 0x00], 417);
    stereo.set(latin('Xing'), 36);
    stereo.set(bigWord(1, 90), 40);
    expect(await read(join(stereo, stereo))).toMatchObject({ channels: 2, durationMs: ofFrames(90) });
  });

  test('what only looks like a frame is passed over, and sound that never comes is refused', async () => {
    const one = frame([0xfb, 0x90, 0xc0], 417);
    const noise = new Uint8Array([0xff, 0xfb, 0xf0, 0xc0, 0xff, 0xfb, 0x00, 0xc0, 0xff, 0xeb, 0x90, 0xc0, 0xff, 0xf9, 0x9c, 0xc0, 0xff, 0xfb, 0x50, 0xc0]);
    const tag = join(latin('ID3'), new Uint8Array([4, 0, 0x10, 0, 0, 0, 0]), new Uint8Array(10));
    expect(await read(join(tag, noise, many(one, 5)))).toMatchObject({ durationMs: Math.round((5 * 1152 * 1000) / 44_100) });
    await expect(read(join(latin('ID3'), new Uint8Array(300)))).rejects.toMatchObject(refused('AUDIO_HEADER_INVALID', /No MP3 sound/));
    await expect(read(join(latin('ID3'), new Uint8Array([4, 0, 0, 127, 127, 127, 127])))).rejects.toMatchObject(refused('AUDIO_HEADER_INVALID', /No MP3 sound/));
  });
});

describe('Ogg page by page', () => {
  const page = (granule: bigint, packet: Uint8Array, serial = 7): Uint8Array => {
    const head = new Uint8Array(28);
    head.set(latin('OggS'));
    new DataView(head.buffer).setBigInt64(6, granule, true);
    new DataView(head.buffer).setUint32(14, serial, true);
    head.set([1, packet.length], 26);
    return join(head, packet);
  };

  test('FLAC and Speex inside', async () => {
    const flac = new Uint8Array(40);
    flac.set(latin('\x7fFLAC'));
    new DataView(flac.buffer).setUint32(27, (16_000 << 12) | (1 << 9));
    expect(await read(join(page(0n, flac), page(48_000n, new Uint8Array(9)), page(-1n, new Uint8Array(3)), page(99_000n, new Uint8Array(3), 8)))).toMatchObject({ codec: 'FLAC', channels: 2, sampleRate: 16_000, durationMs: 3000, playable: true });
    const speex = new Uint8Array(80);
    speex.set(latin('Speex   '));
    new DataView(speex.buffer).setUint32(36, 8000, true);
    new DataView(speex.buffer).setUint32(48, 1, true);
    expect(await read(join(page(0n, speex), page(16_000n, new Uint8Array(9))))).toMatchObject({ codec: 'Speex', channels: 1, durationMs: 2000, playable: false, reason: expect.stringContaining('Speex') as unknown });
  });

  test('a stream without a position has no length; one without sound is refused', async () => {
    const opus = new Uint8Array(19);
    opus.set(latin('OpusHead'));
    opus.set([1, 1], 8);
    expect(await read(page(-1n, opus))).toMatchObject({ codec: 'Opus', durationMs: null });
    expect(await readAudioHeader({ ...pieces(join(page(0n, opus), new Uint8Array(200_000), page(96_000n, new Uint8Array(4))), 90_000) })).toMatchObject({ durationMs: 2000 });
    await expect(read(page(0n, latin('theora, which is a film')))).rejects.toMatchObject(refused('AUDIO_HEADER_INVALID', /no sound that Earshot knows/));
    await expect(read(page(0n, latin('\x7fFLAC')))).rejects.toMatchObject(refused('AUDIO_HEADER_INVALID', /no sound/));
  });
});

describe('odd WAV, FLAC and other files', () => {
  const second = samples16(Array.from({ length: 8000 }, () => 0));

  test.for<[string, number, number, string]>([
    ['floats of 64 bits', 3, 64, 'float 64-bit'], ['A-law of 16 bits', 6, 16, 'A-law'], ['µ-law of 16 bits', 7, 16, 'µ-law'], ['PCM of 12 bits', 1, 12, 'PCM 12-bit'], ['something new', 0x1234, 16, 'format 0x1234'],
  ])('%s is named and not played', async ([, tag, bits, codec]) => {
    expect(await read(wavFile({ tag, bits, data: second }))).toMatchObject({ codec, playable: false, reason: expect.stringContaining(codec) as unknown });
  });

  test('a big-endian file, one without a format, and one whose chunks never end, are refused', async () => {
    await expect(read(join(latin('RIFX'), bigWord(36), latin('WAVE'), new Uint8Array(8)))).rejects.toMatchObject(refused('AUDIO_NOT_SUPPORTED', /big-endian/));
    await expect(read(join(latin('RIFF'), word(50), latin('WAVE'), riffChunk('data', second)))).rejects.toMatchObject(refused('AUDIO_HEADER_INVALID', /does not say how its samples are written/));
    await expect(read(join(latin('RIFF'), word(50), latin('WAVE'), riffChunk('fmt ', new Uint8Array(4)), riffChunk('data', second)))).rejects.toMatchObject(refused('AUDIO_HEADER_INVALID', /damaged/));
    await expect(read(join(latin('RIFF'), word(50), latin('WAVE'), latin('LIST'), word(4_000_000)))).rejects.toMatchObject(refused('AUDIO_TRUNCATED', /cut off or damaged/));
  });

  test('more than 4 GB are counted by their wide length, and the extensible format by what it holds', async () => {
    const wide = riffChunk('ds64', join(word(0), word(0), word(16_000), word(0), new Uint8Array(12)));
    const file = wavFile({ data: second, dataLength: 0xffff_ffff, before: [wide] });
    file.set(latin('RF64'));
    expect(await read(join(file, new Uint8Array(50_000)))).toMatchObject({ durationMs: 1000 });
    const format = new Uint8Array(40);
    const view = new DataView(format.buffer);
    view.setUint16(0, 0xfffe, true);
    view.setUint16(2, 1, true);
    view.setUint32(4, 8000, true);
    view.setUint16(14, 16, true);
    view.setUint16(24, 1, true);
    const extensible = join(latin('RIFF'), word(50), latin('WAVE'), riffChunk('fmt ', format), riffChunk('data', second));
    expect(await read(extensible)).toMatchObject({ codec: 'PCM 16-bit', durationMs: 1000, playable: true });
  });

  test('FLAC that ends in its header is refused; without a count of samples it has no length', async () => {
    await expect(read(latin('fLaC\0\0\0\x22'))).rejects.toMatchObject(refused('AUDIO_TRUNCATED', /ends within its header/));
    const live = new Uint8Array(42);
    live.set(latin('fLaC\0\0\0\x22'));
    new DataView(live.buffer).setUint32(18, (8000 << 12) | (15 << 4));
    expect(await read(live)).toMatchObject({ sampleRate: 8000, durationMs: null });
  });

  test('what is no recording says so; AIFF-C is one', async () => {
    await expect(read(latin('just a letter to somebody'))).rejects.toMatchObject(refused('AUDIO_UNKNOWN', /not a recording/));
    expect(detectAudio(latin('FORM\0\0\0\0AIFC....'))).toBe('aiff');
    expect(detectAudio(latin('FORM\0\0\0\0ILBM....'))).toBeNull();
  });
});
