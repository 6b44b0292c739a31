// Speaks the recorded calls of the sample project and measures them.
//
//   node resources/sample/make-audio.mjs           writes audio/*.mp3 and audio/timings.json
//   node resources/sample/make-audio.mjs --check   decodes the recordings and compares them with timings.json
//
// Needs espeak-ng 1.51 and ffmpeg with libmp3lame on the path; run by hand after the words of a script changed, then commit the
// result. Nothing else in the project needs these programs. The customer is on the left channel, the agent on the right.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const audioFolder = join(here, 'audio');
const timingsFile = join(audioFolder, 'timings.json');
const sampleRate = 22_050;
const encoding = ['-ar', '16000', '-codec:a', 'libmp3lame', '-b:a', '40k', '-joint_stereo', '0', '-map_metadata', '-1', '-id3v2_version', '0'];
const silenceLevel = 0.006;

/** A deterministic number in [0, 1) for a text. */
function fractionOf(text) {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0), 0x01000193);
  return (hash >>> 0) / 4_294_967_296;
}

/** The samples of a 16-bit mono WAV, found by its data chunk. */
function samplesOf(wav) {
  const data = wav.indexOf('data', 12, 'latin1');
  const samples = new Float32Array(Math.floor((wav.length - data - 8) / 2));
  for (let i = 0; i < samples.length; i += 1) samples[i] = wav.readInt16LE(data + 8 + 2 * i) / 32_768;
  return samples;
}

/** Cuts the silence that the synthesizer puts around a sentence and levels the rest. */
function trimmed(samples) {
  let from = 0;
  let to = samples.length;
  while (from < to && Math.abs(samples[from]) < silenceLevel) from += 1;
  while (to > from && Math.abs(samples[to - 1]) < silenceLevel) to -= 1;
  const cut = samples.slice(from, to);
  const peak = cut.reduce((max, value) => Math.max(max, Math.abs(value)), 1e-6);
  return cut.map((value) => (value / peak) * 0.62);
}

function speak(turn, folder) {
  const file = join(folder, 'turn.wav');
  execFileSync('espeak-ng', ['-v', turn.voice.voice, '-s', String(turn.voice.wordsPerMinute), '-p', String(turn.voice.pitch), '-w', file, turn.text]);
  return trimmed(samplesOf(readFileSync(file)));
}

/** Where each turn starts, in samples: a short gap, a wait, or an overlap with the turn before. */
function place(turns, spoken) {
  let end = Math.round(0.6 * sampleRate);
  return turns.map((turn, index) => {
    const gapMs = turn.overlaps ? -380 : 260 + 420 * fractionOf(turn.text) + turn.pauseBeforeMs + turn.holdBeforeMs;
    const start = end + Math.round((gapMs / 1000) * sampleRate);
    end = Math.max(end, start + spoken[index].length);
    return start;
  });
}

/** A soft broken chord while the customer waits. */
function holdMusic(channel, from, to) {
  const notes = [261.63, 329.63, 392, 440, 392, 329.63];
  for (let i = Math.max(0, from); i < to; i += 1) {
    const seconds = (i - from) / sampleRate;
    const inNote = (seconds % 0.42) / 0.42;
    const edge = Math.min(1, seconds / 0.4, (to - i) / sampleRate / 0.4);
    channel[i] += 0.075 * edge * Math.exp(-2.2 * inNote) * Math.sin(2 * Math.PI * notes[Math.floor(seconds / 0.42) % notes.length] * seconds);
  }
}

function mix(turns, spoken, starts) {
  const length = Math.max(...starts.map((start, index) => start + spoken[index].length)) + Math.round(0.7 * sampleRate);
  const channels = { customer: new Float32Array(length), agent: new Float32Array(length) };
  turns.forEach((turn, index) => {
    spoken[index].forEach((value, offset) => { channels[turn.role][starts[index] + offset] += value; });
    if (turn.holdBeforeMs > 0) holdMusic(channels.agent, starts[index] - Math.round(((turn.holdBeforeMs + 200) / 1000) * sampleRate), starts[index] - Math.round(0.2 * sampleRate));
  });
  return { ...channels, length };
}

function asWav({ customer, agent, length }) {
  const wav = Buffer.alloc(44 + 4 * length);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + 4 * length, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  [[16, 4, 16], [20, 2, 1], [22, 2, 2], [24, 4, sampleRate], [28, 4, 4 * sampleRate], [32, 2, 4], [34, 2, 16]].forEach(([at, bytes, value]) => wav.writeUIntLE(value, at, bytes));
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(4 * length, 40);
  for (let i = 0; i < length; i += 1) {
    wav.writeInt16LE(Math.round(Math.max(-1, Math.min(1, customer[i])) * 32_767), 44 + 4 * i);
    wav.writeInt16LE(Math.round(Math.max(-1, Math.min(1, agent[i])) * 32_767), 46 + 4 * i);
  }
  return wav;
}

function make(recordings) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-audio-'));
  mkdirSync(audioFolder, { recursive: true });
  for (const file of readdirSync(audioFolder)) if (file.endsWith('.mp3')) rmSync(join(audioFolder, file));
  const timings = {};
  for (const { id, textHash, turns } of recordings) {
    const spoken = turns.map((turn) => speak(turn, folder));
    const starts = place(turns, spoken);
    const mixed = mix(turns, spoken, starts);
    const wavFile = join(folder, `${id}.wav`);
    writeFileSync(wavFile, asWav(mixed));
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', wavFile, ...encoding, join(audioFolder, `${id}.mp3`)]);
    const toMs = (samples) => Math.round((samples / sampleRate) * 1000);
    timings[id] = { durationMs: toMs(mixed.length), textHash, turns: starts.map((start, index) => [toMs(start), toMs(start + spoken[index].length)]) };
    console.log(id, `${(timings[id].durationMs / 1000).toFixed(1)} s`, `${turns.length} turns`, `${Math.round(statSync(join(audioFolder, `${id}.mp3`)).size / 1024)} KiB`);
  }
  const lines = Object.entries(timings).map(([id, value]) => `  ${JSON.stringify(id)}: ${JSON.stringify(value)}`);
  writeFileSync(timingsFile, `{\n${lines.join(',\n')}\n}\n`);
  rmSync(folder, { recursive: true });
}

function levelDb(pcm, channel, [fromMs, toMs]) {
  const from = Math.round(fromMs * 16);
  const to = Math.min(Math.round(toMs * 16), pcm.length / 4);
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += (pcm.readInt16LE(4 * i + 2 * channel) / 32_768) ** 2;
  return 10 * Math.log10(sum / Math.max(1, to - from) + 1e-12);
}

/** Each turn must be at least 20 dB louder on its own channel than on the other, unless the other side speaks over it. */
function check(recordings) {
  const timings = JSON.parse(readFileSync(timingsFile, 'utf8'));
  let problems = 0;
  for (const { id, turns, textHash } of recordings) {
    const pcm = execFileSync('ffmpeg', ['-v', 'error', '-i', join(audioFolder, `${id}.mp3`), '-f', 's16le', '-ar', '16000', '-'], { maxBuffer: 1 << 26 });
    const { durationMs, turns: times, textHash: spokenHash } = timings[id];
    const differences = turns.map((turn, index) => {
      const [start, end] = times[index];
      const own = turn.role === 'customer' ? 0 : 1;
      const from = Math.max(start, ...times.slice(0, index).map((time) => time[1]));
      const to = Math.min(end, ...times.slice(index + 1).map((time) => time[0]));
      return levelDb(pcm, own, [from, to]) - levelDb(pcm, 1 - own, [from, to]);
    });
    const lowest = Math.min(...differences);
    const decodedMs = pcm.length / 4 / 16;
    const isRight = lowest >= 20 && Math.abs(decodedMs - durationMs) < 150 && textHash === spokenHash;
    if (!isRight) problems += 1;
    console.log(id, `decoded ${(decodedMs / 1000).toFixed(2)} s, noted ${(durationMs / 1000).toFixed(2)} s`, `least channel difference ${lowest.toFixed(1)} dB`, isRight ? 'ok' : 'NOT RIGHT');
  }
  process.exitCode = problems === 0 ? 0 : 1;
}

const { recordings } = (await runnerImport(join(here, 'recordings.ts'))).module;
if (process.argv.includes('--check')) check(recordings());
else make(recordings());
