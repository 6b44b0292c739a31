import { describe, expect, it } from 'vitest';
import { files, interactionOf, interactions } from './sample-tables.ts';

type Turn = { role: string; text: string; startMs: number | null };

function clockMs(clock: string): number {
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;
}

/** Reads the three forms of transcript that the sample is written in. */
function turnsOf(name: string, text: string): Turn[] {
  if (name.endsWith('.vtt')) {
    return [...text.matchAll(/^([\d:.]+) --> [\d:.]+\n<v (Agent|Customer)>(.+)$/gm)].map((match) => ({ startMs: clockMs(match[1] ?? ''), role: match[2] ?? '', text: match[3] ?? '' }));
  }
  return [...text.matchAll(/^(?:\[([\d:]+)\] )?(Agent|Customer): (.+)$/gm)].map((match) => ({ startMs: match[1] ? clockMs(match[1]) : null, role: match[2] ?? '', text: match[3] ?? '' }));
}

const transcripts = files.filter((file) => file.name.startsWith('calls/')).map((file) => {
  const id = file.name.replace(/^calls\/|\.\w+$/g, '');
  return { id, channel: interactionOf(id)['channel'] ?? '', turns: turnsOf(file.name, file.text) };
});
const customerTexts = transcripts.map(({ turns }) => turns.filter((turn) => turn.role === 'Customer').map((turn) => turn.text).join(' '));

function shingles(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

describe('the dialogues', () => {
  it('there is one for each interaction, in either voice', () => {
    expect(transcripts).toHaveLength(interactions.length);
    expect(transcripts.filter(({ turns }) => new Set(turns.map((turn) => turn.role)).size !== 2)).toEqual([]);
  });
  it('calls and chats have 8 to 40 turns, e-mails 2 to 6', () => {
    const lengths = (isEmail: boolean): number[] => transcripts.filter(({ channel }) => (channel === 'email') === isEmail).map(({ turns }) => turns.length);
    expect([Math.min(...lengths(false)) >= 8, Math.max(...lengths(false)) <= 40, Math.min(...lengths(true)) >= 2, Math.max(...lengths(true)) <= 6]).toEqual([true, true, true, true]);
  });
  it('calls and chats have times that do not go back, e-mails have none', () => {
    const isOrdered = ({ channel, turns }: (typeof transcripts)[number]): boolean => turns.every(({ startMs }, index) => (channel === 'email' ? startMs === null : startMs !== null && startMs >= (turns[index - 1]?.startMs ?? 0)));
    expect(transcripts.filter((transcript) => !isOrdered(transcript)).map(({ id }) => id)).toEqual([]);
  });
  it('no two customers say the same', () => {
    expect(new Set(customerTexts).size).toBe(customerTexts.length);
  });
  it('what customers say in one contact hardly returns in another', () => {
    const sets = customerTexts.map(shingles);
    let sum = 0;
    let pairs = 0;
    let most = 0;
    for (let i = 0; i < sets.length; i += 1) {
      for (let j = i + 1 + (i % 41); j < sets.length; j += 41) {
        const [a, b] = [sets[i] ?? new Set(), sets[j] ?? new Set()];
        let common = 0;
        for (const shingle of a) if (b.has(shingle)) common += 1;
        const similarity = common / (a.size + b.size - common);
        sum += similarity;
        pairs += 1;
        most = Math.max(most, similarity);
      }
    }
    expect(sum / pairs).toBeLessThan(0.02);
    expect(most).toBeLessThan(0.5);
  });
  it('words are many and most longer turns of customers are said once', () => {
    const words = new Set(transcripts.flatMap(({ turns }) => turns.flatMap((turn) => turn.text.toLowerCase().match(/[a-z']+/g) ?? [])));
    expect(words.size).toBeGreaterThan(2000);
    const longer = transcripts.flatMap(({ turns }) => turns.filter((turn) => turn.role === 'Customer' && turn.text.split(' ').length >= 8).map((turn) => turn.text));
    expect(new Set(longer).size / longer.length).toBeGreaterThan(0.7);
  });
  it('nothing of the grammar is left in the text', () => {
    const left = transcripts.flatMap(({ turns }) => turns.map((turn) => turn.text)).filter((text) => /[{}|<>]|undefined|NaN|\s{2}| [,.?!]/.test(text));
    expect(left).toEqual([]);
  });
  it('there is personal data to find, and none of it belongs to anybody', () => {
    const all = transcripts.flatMap(({ turns }) => turns.map((turn) => turn.text)).join('\n');
    expect(all.match(/\b07700 900\d{3}\b/g)?.length).toBeGreaterThan(50);
    expect(all.match(/\b4000 00\d\d \d{4} \d{4}\b/g)?.length).toBeGreaterThan(3);
    for (const [number] of all.matchAll(/\b0\d{4} \d{6}\b/g)) expect(number).toMatch(/^(07700 900|01632 960)\d{3}$/);
    for (const [address] of all.matchAll(/[\w.]+@[\w.]+\w/g)) expect(address).toMatch(/@example\.(com|org|net)$/);
  });
});
