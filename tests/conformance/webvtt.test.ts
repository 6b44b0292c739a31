import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { expect, test } from 'vitest';
import { decodeText, normaliseLines } from '#engine/importers/text-encoding.ts';
import { plainCueText, readCueText } from '#engine/importers/transcripts/captions/cue-text.ts';
import { parseWebVtt } from '#engine/importers/transcripts/captions/parse-webvtt.ts';
import { describeShared, sharedPath } from '#tests/unit/importers-transcripts/shared-data.ts';

type Case = { input: string; expected: string; expected_processing?: string };
type VttJsCue = { id: string; startTime: number; endTime: number; text: string };
type VttJsNode = { localName?: string; title?: string; textContent?: string | null; childNodes?: VttJsNode[] };
type Cue = { start: number; end: number; id: string; text: string; plain: string };

/** Where vtt.js (written for an older draft) and the standard part ways; Chromium decides for the standard. */
const standardDiffers = new Set(['cue-times/min-top-digits.vtt', 'cue-times/minimum-spots-over-sixty.vtt', 'file-layout/header-no-new-line.vtt']);

/** vtt.js wants a semicolon behind every reference; HTML, and so the standard, does not for the old names. */
const oldReferences = 'cuetext/escape-characters/incorrect.vtt';

/** What Teams writes and no browser reads. */
const browsersSkip = new Set(['vendor-doc-snippets/teams-content.own-example.vtt']);

const root = 'conformance-vttjs/tests/';
const bytesOf = (path: string) => new Uint8Array(readFileSync(sharedPath(path)));
const jsonOf = (path: string) => JSON.parse(readFileSync(sharedPath(root, path), 'utf8')) as unknown;

function cuesOf(path: string, times: 'browser' | 'tolerant' = 'tolerant'): Cue[] {
  const text = normaliseLines(decodeText(bytesOf(path), { allowNul: true }).text);
  return (parseWebVtt(text, times)?.cues ?? []).map((cue) => ({ start: cue.startMs / 1000, end: cue.endMs / 1000, id: cue.id, text: cue.text, plain: plainCueText(cue.text) }));
}

describeShared('WebVTT conformance', () => {
  const cases = JSON.parse(readFileSync(sharedPath('conformance-vttjs/cases.json'), 'utf8')) as Case[];

  test('118 inputs give the cues that vtt.js expects: times, ids and raw text', () => {
    expect(cases).toHaveLength(118);
    for (const { input, expected } of cases) {
      if (standardDiffers.has(input)) continue;
      const cues = (jsonOf(expected) as { cues: VttJsCue[] }).cues.map(({ startTime, endTime, id, text }) => ({ start: startTime, end: endTime, id, text }));
      expect([input, cuesOf(root + input).map(({ plain: _, ...cue }) => cue)]).toEqual([input, cues]);
    }
  });

  test('the rendered trees of vtt.js hold the same plain text and the same voices', () => {
    let compared = 0;
    for (const { input, expected_processing: processing } of cases) {
      const tree = processing === undefined ? null : (jsonOf(processing) as VttJsNode[] | null);
      const cues = cuesOf(root + input);
      if (tree === null || tree.length === 0 || standardDiffers.has(input) || input === oldReferences) continue;
      tree.forEach((node, index) => {
        const cue = cues[index];
        expect([input, visible(cue?.plain ?? '')]).toEqual([input, visible(textOf(node))]);
        expect([input, voicesOf(cue?.text ?? '')]).toEqual([input, [...new Set(voiceTitles(node))]]);
        compared++;
      });
    }
    expect(compared).toBeGreaterThan(90);
  });

  test('a Chromium reads the same cues from every shared file', async ({ skip }) => {
    const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', chromium.executablePath()].find((path) => existsSync(path));
    if (executablePath === undefined) return skip('no Chromium is installed');
    const files = [...cases.map(({ input }) => root + input), 'conformance-subtitles-subsrt/sample.vtt', 'vendor-doc-snippets/teams-content.own-example.vtt', 'vendor-doc-snippets/teams-metadata.own-example.vtt'];
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage();
      await page.setContent('<video></video>');
      for (const file of files) {
        const own = cuesOf(file, browsersSkip.has(file) ? 'browser' : 'tolerant');
        expect([file, sorted(own)]).toEqual([file, sorted(await page.evaluate(readTrack, Buffer.from(bytesOf(file)).toString('base64')))]);
      }
    } finally {
      await browser.close();
    }
  }, 120_000);

  test('the times that browsers skip are read as Teams means them', () => {
    expect(cuesOf('vendor-doc-snippets/teams-content.own-example.vtt').map(({ start, end }) => [start, end])).toEqual([[0, 4.21], [4.98, 9.5], [9.64, 10]]);
  });
});

/** Runs in the page: what the browser's own parser makes of a file. */
async function readTrack(base64: string): Promise<Cue[]> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const track = document.createElement('track');
  track.src = URL.createObjectURL(new Blob([bytes], { type: 'text/vtt' }));
  const isRead = new Promise((resolve) => {
    track.onload = resolve;
    track.onerror = resolve;
  });
  document.querySelector('video')?.append(track);
  track.track.mode = 'hidden';
  await isRead;
  const cues = [...(track.track.cues ?? [])].map((cue) => ({
    start: cue.startTime, end: cue.endTime, id: cue.id, text: (cue as VTTCue).text, plain: (cue as VTTCue).getCueAsHTML().textContent ?? '',
  }));
  track.remove();
  return cues;
}

/** A browser keeps its cues by time. */
function sorted(cues: readonly Cue[]): Cue[] {
  return cues.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** vtt.js wrote trees from a browser without knowledge of some invisible marks; blanks are compared as one. */
function visible(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function textOf(node: VttJsNode): string {
  if (typeof node.textContent === 'string' && (node.childNodes ?? []).length === 0) return node.textContent;
  return (node.childNodes ?? []).map(textOf).join('');
}

function voiceTitles(node: VttJsNode): string[] {
  const own = node.title !== undefined && node.title !== '' && textOf(node) !== '' ? [node.title] : [];
  return [...own, ...(node.childNodes ?? []).flatMap(voiceTitles)];
}

function voicesOf(text: string): string[] {
  return [...new Set(readCueText(text).flatMap((span) => (span.voice === null ? [] : [span.voice])))];
}
