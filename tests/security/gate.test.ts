import { describe, expect, it } from 'vitest';
import { createGate } from '#hosts/gate.ts';
import type { GateVerdict } from '#hosts/gate.ts';
import { mulberry32 } from '#tests/support/hosts/mutants.ts';

const call = '{"i":"1","p":{"u":"/project/info","b":{}}}';

function refusalOf(verdict: GateVerdict): string {
  return 'refused' in verdict ? verdict.refused : 'passed';
}

function judge(data: unknown): string {
  return refusalOf(createGate()(data));
}

describe('gate: what a client of the contract sends passes', () => {
  it.each([
    ['a call without input', call],
    ['a call with input', '{"i":"a9","p":{"u":"/interactions/get","b":{"json":{"id":"x"}}}}'],
    ['a value that JSON cannot say', '{"i":"2","p":{"u":"/media/peaks","b":{"json":{"fromMs":null},"meta":[[2,"fromMs"]]}}}'],
    ['an abort', '{"i":"1","t":4}'],
    ['bytes of a call', new TextEncoder().encode(call)],
    ['a buffer of a call', new TextEncoder().encode(call).buffer],
  ])('%s', (_name, data) => {
    expect(judge(data)).toBe('passed');
  });

  it('hands bytes on as text, so that the adapter never looks for a file behind them', () => {
    expect(createGate()(new TextEncoder().encode(call))).toEqual({ text: call });
  });
});

describe('gate: everything else is refused', () => {
  it.each([
    ['an object, which would be taken for a message already decoded', { i: '1', p: { u: '/project/info' } }, 'NOT_TEXT'],
    ['nothing', undefined, 'NOT_TEXT'],
    ['a number', 7, 'NOT_TEXT'],
    ['shared memory', new Uint8Array(new SharedArrayBuffer(8)), 'NOT_TEXT'],
    ['bytes that are no UTF-8', new Uint8Array([0xff, 0xfe, 0x00]), 'NOT_TEXT'],
    ['a call with a file behind it', Buffer.concat([Buffer.from(call), Buffer.from([0xff]), Buffer.from('file')]), 'NOT_TEXT'],
    ['half a message', call.slice(0, -3), 'NOT_JSON'],
    ['a list', `[${call}]`, 'NOT_AN_ENVELOPE'],
    ['null', 'null', 'NOT_AN_ENVELOPE'],
    ['no id', '{"p":{"u":"/project/info"}}', 'NOT_AN_ENVELOPE'],
    ['an id that is an object key of its own', '{"i":"__proto__","p":{"u":"/project/info"}}', 'NOT_AN_ENVELOPE'],
    ['a number as id', '{"i":1,"p":{"u":"/project/info"}}', 'NOT_AN_ENVELOPE'],
    ['a whole address', '{"i":"1","p":{"u":"http://evil.test/project/info"}}', 'NOT_AN_ENVELOPE'],
    ['a query', '{"i":"1","p":{"u":"/project/info?data=1"}}', 'NOT_AN_ENVELOPE'],
    ['headers, which would make the body a form or a file', '{"i":"1","p":{"u":"/project/info","h":{"content-type":"multipart/form-data"}}}', 'NOT_AN_ENVELOPE'],
    ['a method', '{"i":"1","p":{"u":"/project/info","m":"GET"}}', 'NOT_AN_ENVELOPE'],
    ['a stream from the client', '{"i":"1","t":3,"p":{"e":"message"}}', 'NOT_AN_ENVELOPE'],
    ['an unknown type', '{"i":"1","t":9}', 'NOT_AN_ENVELOPE'],
    ['an abort with a payload', '{"i":"1","t":4,"p":{}}', 'NOT_AN_ENVELOPE'],
    ['a key of the prototype in the envelope', '{"i":"1","p":{"u":"/project/info"},"__proto__":{"x":1}}', 'NOT_AN_ENVELOPE'],
    ['places that are no list', '{"i":"1","p":{"u":"/a/b","b":{"json":{},"meta":"fromMs"}}}', 'NOT_AN_ENVELOPE'],
    ['a path of the prototype in the places', '{"i":"1","p":{"u":"/a/b","b":{"json":{},"meta":[[1,"__proto__","x"]]}}}', 'NOT_AN_ENVELOPE'],
    ['a path of the constructor in the places', '{"i":"1","p":{"u":"/a/b","b":{"json":{},"meta":[[1,"constructor"]]}}}', 'NOT_AN_ENVELOPE'],
    ['files in the body', '{"i":"1","p":{"u":"/a/b","b":{"json":{},"maps":[["a"]]}}}', 'NOT_AN_ENVELOPE'],
    ['a body that is text', '{"i":"1","p":{"u":"/a/b","b":"x"}}', 'NOT_AN_ENVELOPE'],
  ])('%s', (_name, data, refusal) => {
    expect(judge(data)).toBe(refusal);
  });

  it('refuses one byte more than 1 MiB, counted in bytes, not in characters', () => {
    const filled = (length: number, letter: string): string => {
      const [before, after] = ['{"i":"1","p":{"u":"/a/b","b":{"json":"', '"}}}'];
      return before + letter.repeat((length - before.length - after.length) / Buffer.byteLength(letter)) + after;
    };
    const limit = 1024 * 1024;
    expect(judge(filled(limit, 'x'))).toBe('passed');
    expect(judge(filled(limit + 1, 'x'))).toBe('TOO_LARGE');
    const wide = filled(limit + 42, 'ä');
    expect(wide.length).toBeLessThan(limit);
    expect(judge(wide)).toBe('TOO_LARGE');
  });

  it('lets 500 messages a second through and not one more, then starts anew', () => {
    let at = 0;
    const gate = createGate({ now: () => at });
    const burst = Array.from({ length: 501 }, () => refusalOf(gate(call)));
    expect(burst.filter((verdict) => verdict === 'passed')).toHaveLength(500);
    expect(burst.at(-1)).toBe('TOO_MANY');
    at = 1000;
    expect(refusalOf(gate(call))).toBe('passed');
  });
});

describe('gate: 20,000 mutated messages', () => {
  it('throws for none, and what passes has the form of a call or an abort', () => {
    const random = mulberry32(20_260_101);
    const whole = '{"i":"7","p":{"u":"/tags/add","b":{"json":{"interactionId":"a","note":null},"meta":[[2,"startMs"]]}}}';
    let passed = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const verdict = createGate()(mutate(whole, random));
      if (!('text' in verdict)) continue;
      passed += 1;
      const message = JSON.parse(verdict.text) as { i: string; t?: number; p?: { u: string } };
      expect(message.i).toMatch(/^[0-9a-z]{1,16}$/i);
      expect(message.t === 4 || /^\/[a-zA-Z]+\/[a-zA-Z]+$/.test(message.p?.u ?? '')).toBe(true);
    }
    // Some mutants only change a value and must pass; if none did, the gate would be refusing everything.
    expect(passed).toBeGreaterThan(100);
    expect(passed).toBeLessThan(15_000);
  });
});

function mutate(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const sign = String.fromCharCode(32 + Math.floor(random() * 95));
  const kinds = [
    () => text.slice(0, at) + sign + text.slice(at + 1),
    () => text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 6)),
    () => text.slice(0, at) + sign.repeat(3) + text.slice(at),
    () => text.slice(at) + text.slice(0, at),
    () => text.replace(/"[a-z]+":/i, (key) => (random() < 0.5 ? '"__proto__":' : key.toUpperCase())),
  ];
  return (kinds[Math.floor(random() * kinds.length)] ?? (() => text))();
}
