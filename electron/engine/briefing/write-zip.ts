import { strToU8, zipSync } from 'fflate';
import { clipKind } from '#engine/audio/decoded-clip.ts';
import type { JobHandle } from '#engine/jobs.ts';
import { csvText } from './csv-text.ts';
import type { Edition, Moment } from './edition.ts';
import { frozenClaims } from './frozen-claims.ts';
import { clock } from './figures.ts';

/** Writes the moments that may be heard as sound files, each with its words beside it, and a manifest of what stands for what. */
export async function writeZip(edition: Edition, job: JobHandle): Promise<Uint8Array> {
  const { story, moments, momentOf } = edition;
  job.report({ phase: 'drawing', done: 0, total: moments.length, item: null });
  await job.breathe();
  const files: Record<string, Uint8Array> = {};
  const names = new Map(moments.map((moment, at) => [moment.id, fileName(moment, at + 1)]));
  for (const moment of moments) {
    const name = names.get(moment.id) ?? moment.id;
    if ('bytes' in moment.sound) files[`clips/${name}.${clipKind(moment.sound.bytes).ending}`] = moment.sound.bytes;
    files[`clips/${name}.txt`] = strToU8(`${moment.words.map(({ role, text }) => `${role}: ${text}`).join('\n')}\n`);
  }
  const standsFor = (id: string) => story.slides.flatMap((slide) => [
    ...slide.claims.filter((claim) => momentOf.get(claim.id) === id).map((claim) => claim.text),
    ...slide.quotes.filter((quote) => momentOf.get(`${quote.interactionId} ${quote.turnSeq}`) === id).map((quote) => `“${quote.text}”`),
  ]);
  files['manifest.csv'] = strToU8(csvText([
    ['file', 'interaction', 'at', 'who', 'month', 'seconds', 'places silenced', 'why there is no sound', 'stands for'],
    ...moments.map((moment) => [
      `clips/${names.get(moment.id) ?? ''}.${'bytes' in moment.sound ? clipKind(moment.sound.bytes).ending : 'txt'}`, moment.externalId, moment.startMs === null ? '' : clock(moment.startMs), moment.who, moment.when,
      'bytes' in moment.sound ? Math.round(moment.sound.durationMs / 100) / 10 : null, 'bytes' in moment.sound ? moment.sound.silenced : null,
      'reason' in moment.sound ? moment.sound.reason : '', [...new Set(standsFor(moment.id))].join(' | '),
    ]),
  ]));
  files['earshot-claims.json'] = strToU8(frozenClaims(story));
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, [bytes, { mtime: '1980-01-02T00:00:00', level: 6 as const }]])));
}

/** `01 BW-2026-006680 at 0-05`: nothing that a file system could take for more than a name. */
function fileName({ externalId, startMs }: Moment, number: number): string {
  const place = startMs === null ? '' : ` at ${clock(startMs).replace(':', '-')}`;
  return `${String(number).padStart(2, '0')} ${externalId.replace(/[^\p{L}\p{N} _-]+/gu, '-').slice(0, 60)}${place}`;
}
