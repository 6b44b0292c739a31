import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { mulberry32, pick } from '#tests/support/hosts/mutants.ts';
import { openDesktopPipe, openMemoryPipe, openPortPipe, openWebPipe } from '#tests/support/hosts/pipes.ts';
import type { OpenPipe } from '#tests/support/hosts/pipes.ts';
import { procedureNames } from '#tests/support/hosts/procedure-record.ts';

/** What no procedure may accept, whatever it does. The last is an object with an own key `__proto__`, as JSON can carry it. */
const badInputs: Record<string, unknown> = {
  'a number': 7,
  'a text': 'x',
  'a list': [],
  'null': null,
  'an unknown key': { unknownKeyOfNobody: 1 },
  'a key of the prototype': JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'),
};

type AnyProcedure = (input: unknown) => Promise<unknown>;

function procedureOf(pipe: OpenPipe, name: string): AnyProcedure {
  const [noun = '', verb = ''] = name.split('.');
  const procedure = (pipe.client as unknown as Record<string, Record<string, AnyProcedure>>)[noun]?.[verb];
  if (procedure === undefined) throw new Error(`There is no ${name}.`);
  return procedure;
}

/** Whether a procedure takes input at all; those that do not ignore whatever is sent. */
function takesInput(name: string): boolean {
  const [noun = '', verb = ''] = name.split('.');
  const procedure = (contract as unknown as Record<string, Record<string, { '~orpc': { inputSchema?: unknown } }>>)[noun]?.[verb];
  return procedure?.['~orpc'].inputSchema !== undefined;
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(() => 'answered', (error: unknown) => (error as { code?: string }).code ?? 'no code');
}

const pipes: Record<string, () => Promise<OpenPipe>> = {
  'in memory': openMemoryPipe, 'over a message port': openPortPipe, 'over a WebSocket': openWebPipe, 'through the desktop frame': openDesktopPipe,
};

describe.each(Object.entries(pipes))('%s', (_name, open) => {
  let pipe: OpenPipe;
  beforeAll(async () => { pipe = await open(); });
  afterAll(() => pipe.close());

  // The gate closes a pipe that brings more messages in a second than any page does; the whole contract would be more.
  let sent = 0;
  async function keepPace(): Promise<void> {
    sent += Object.keys(badInputs).length;
    if (sent < 300) return;
    sent = 0;
    await new Promise((resolve) => { setTimeout(resolve, 1100); });
  }

  it.each(procedureNames().filter(takesInput))('%s refuses what makes no sense', async (name) => {
    await keepPace();
    for (const [what, input] of Object.entries(badInputs)) {
      expect([what, await codeOf(procedureOf(pipe, name)(input))]).toEqual([what, 'BAD_REQUEST']);
    }
  });

  it('does not let a key of the prototype through anywhere', () => {
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it.each(['project.nothing', 'nothing.list', '__proto__.x', 'constructor.prototype', 'project.__proto__'])('knows no %s', async (name) => {
    const [noun = '', verb = ''] = name.split('.');
    const other = await open();
    // Not an id that the client itself gives.
    other.sendRaw(JSON.stringify({ i: 'zz', p: { u: `/${noun}/${verb}`, b: {} } }));
    // Either an unknown procedure, or no form of a procedure's name at all: then the gate closes the pipe.
    const isName = /^[a-zA-Z]+$/.test(noun + verb);
    if (isName) expect(await codeOf(other.client.project.info())).toBe('answered');
    else await expect.poll(() => other.isClosed()).toBe(true);
    await other.close();
  });

  it('closes for a message of more than 1 MiB', async () => {
    const other = await open();
    other.sendRaw(JSON.stringify({ i: '1', p: { u: '/interactions/get', b: { json: { id: 'x'.repeat(1024 * 1024) } } } }));
    await expect.poll(() => other.isClosed()).toBe(true);
    await other.close();
  });
});

describe('1.3: 5,000 mutated messages per door', () => {
  const wholes = [
    '{"i":"N","p":{"u":"/interactions/get","b":{"json":{"id":"a"},"meta":[[2,"id"]]}}}',
    '{"i":"N","p":{"u":"/project/info","b":{}}}',
    '{"i":"N","p":{"u":"/tags/add","b":{"json":{"interactionId":"a","codeId":"b","startMs":1}}}}',
    '{"i":"N","t":4}',
  ];
  const values = ['null', '-1', '1e999', '"\\u0000"', '[]', '{}', '{"__proto__":{}}', '"a"', 'true', '[[[[[[]]]]]]'];

  function mutant(number: number, random: () => number): string {
    const whole = pick(wholes, random).replace('"N"', `"${number.toString(36)}"`);
    if (random() < 0.7) return whole.replace('"a"', pick(values, random)).replace('[2,', `[${Math.floor(random() * 9)},`);
    const at = Math.floor(random() * whole.length);
    return whole.slice(0, at) + String.fromCharCode(32 + Math.floor(random() * 95)) + whole.slice(at + Math.floor(random() * 3));
  }

  it.each(Object.entries({ 'in memory': openMemoryPipe, 'over a message port': openPortPipe }))('%s: none goes unhandled, nothing is printed, the next pipe answers', async (_name, open) => {
    const unhandled: unknown[] = [];
    const printed: unknown[] = [];
    const onRejection = (reason: unknown): void => { unhandled.push(reason); };
    const { error } = console;
    console.error = (...words) => { printed.push(words); };
    process.on('unhandledRejection', onRejection);
    try {
      const random = mulberry32(4711);
      let pipe = await open();
      for (let number = 0; number < 5000; number += 1) {
        if (pipe.isClosed()) {
          await pipe.close();
          pipe = await open();
        }
        pipe.sendRaw(mutant(number, random));
        if (number % 50 === 0) await new Promise((resolve) => { setImmediate(resolve); });
      }
      await pipe.close();
      const last = await open();
      expect(await last.client.project.info()).toBeNull();
      await last.close();
    } finally {
      process.off('unhandledRejection', onRejection);
      console.error = error;
    }
    expect(unhandled).toEqual([]);
    expect(printed).toEqual([]);
  }, 60_000);
});

describe('the contract itself', () => {
  it('states input and output of every procedure, and bounds what can be sent', () => {
    const without = Object.entries(contract).flatMap(([noun, verbs]) => Object.entries(verbs)
      .filter(([, procedure]) => (procedure as { '~orpc': { outputSchema?: unknown } })['~orpc'].outputSchema === undefined)
      .map(([verb]) => `${noun}.${verb}`));
    expect(without).toEqual([]);
  });
});
