import { expect, it } from 'vitest';
import { writeHtml } from '#engine/briefing/html/write-html.ts';
import { aStory, payloads, written } from './a-story.ts';

const pageOf = async (text?: string) => new TextDecoder().decode(await written(writeHtml, aStory(text)));
const tagsOf = (page: string) => [...page.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name?.toLowerCase() ?? '');
const known = new Set(['html', 'head', 'meta', 'title', 'style', 'body', 'header', 'main', 'footer', 'section', 'h1', 'h2', 'h3', 'p', 'ul', 'li', 'figure', 'figcaption', 'svg', 'text', 'line', 'rect', 'circle', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'blockquote', 'pre', 'div', 'b', 'span', 'a', 'audio', 'img']);

it('is one titled page in one language under a policy that loads and runs nothing', async () => {
  const page = await pageOf();
  expect(page).toContain('<html lang="en-GB">');
  expect(page).toContain('<title>We overrate our service by 40 points');
  expect(page).toContain('content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:; media-src data:;');
  expect(page.replace('http://www.w3.org/2000/svg', '').replaceAll(/xmlns="[^"]*"/g, '')).not.toMatch(/https?:|<script|<link|src=/);
  expect(page).not.toContain('[object');
});

it('draws each chart with words and a table whose heads say what they head', async () => {
  const page = await pageOf('Moving home');
  expect([...page.matchAll(/<svg role="img" aria-label="([^"]+)"/g)].map(([, label]) => label)).toEqual(['For each of 2 queues, both shares. The widest gap is 40 points in Moving home.', 'Bars for two causes; the longest is Moving home with 12 of 100.']);
  expect(page.match(/<th\b(?! scope="(?:col|row)")/g)).toBeNull();
  expect(page).toContain('<th scope="row">Moving home</th><td>70%</td><td>30%</td><td>40</td><td>33 to 46</td><td>60</td>');
  expect(tagsOf(page).filter((tag) => /^h\d$/.test(tag))).toEqual(['h1', 'h2', 'h2', 'h2', 'h2', 'h2', 'h2', 'h2']);
});

it('shows 300 payloads and runs none', async () => {
  for (const payload of payloads) {
    const page = await pageOf(payload);
    expect(tagsOf(page).filter((tag) => !known.has(tag))).toEqual([]);
    expect(page.match(/\son[a-z]+=(?!onerror)["']/gi)).toBeNull();
    expect(tagsOf(page).filter((tag) => tag === 'svg')).toHaveLength(2);
  }
  expect(await pageOf('a')).toBe(await pageOf('a'));
}, 60_000);
