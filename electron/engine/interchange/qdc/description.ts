import { z } from 'zod';
import { Code } from '#shared/model/code.ts';
import type { EarshotFields } from './exchange-code.ts';

/**
 * REFI-QDA gives a code a name, a colour and a description. The rest goes into the description as lines that a person
 * can read in any program and that Earshot reads back.
 */
const marker = '[Earshot]';

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\r', '\\r').replaceAll('\n', '\\n');
const plain = (text: string): string => text.replaceAll(/\\([\\nr])/gu, (_, letter: string) => (letter === 'n' ? '\n' : letter === 'r' ? '\r' : '\\'));

/** The description that goes into the file: the definition, then a line for each field. */
export function describe(definition: string, own: EarshotFields): string {
  const lines: [string, string | number | boolean | null][] = [
    ['short form', own.key], ['kind', own.kind], ['dimension', own.dimension], ['owner', own.owner], ['controllable by', own.controllableBy],
    ['preventable', own.preventable === null ? null : own.preventable ? 'yes' : 'no'], ['colour', own.colour], ['digit', own.quickSlot],
    ...own.examples.map((example): [string, string] => ['example', example]),
  ];
  const told = lines.filter(([, value]) => value !== null).map(([name, value]) => `${name}: ${escaped(String(value))}`);
  return `${definition}${definition === '' ? '' : '\n\n'}${marker}\n${told.join('\n')}`;
}

const Own = z.object({
  key: Code.shape.key.min(1).max(40), kind: Code.shape.kind, dimension: Code.shape.dimension, owner: z.string().max(120).nullable(),
  controllableBy: z.string().max(120).nullable(), preventable: z.boolean().nullable(), examples: z.array(z.string().max(1000)).max(10),
  colour: z.int().min(0).max(11), quickSlot: z.int().min(1).max(9).nullable(),
});

/** Takes a description apart again; a foreign one is all definition. */
export function undescribe(description: string): { definition: string; own: EarshotFields | null } {
  const at = description.lastIndexOf(marker);
  const isMarked = at >= 0 && (at === 0 || description[at - 1] === '\n') && description[at + marker.length] === '\n';
  const own = isMarked ? ownFields(description.slice(at + marker.length + 1)) : null;
  if (own === null) return { definition: description, own: null };
  return { definition: description.slice(0, at).replace(/\n\n$/u, ''), own };
}

function ownFields(text: string): EarshotFields | null {
  const lines = text.split('\n').map((line) => /^([a-z ]+): (.*)$/u.exec(line));
  const values = (name: string): string[] => lines.flatMap((line) => (line?.[1] === name ? [plain(line[2] ?? '')] : []));
  const value = (name: string): string | null => values(name)[0] ?? null;
  const digit = value('digit');
  const preventable = value('preventable');
  const read = Own.safeParse({
    key: value('short form'), kind: value('kind'), dimension: value('dimension'), owner: value('owner'), controllableBy: value('controllable by'),
    preventable: preventable === null ? null : preventable === 'yes', examples: values('example'), colour: Number(value('colour')), quickSlot: digit === null ? null : Number(digit),
  });
  return read.success ? read.data : null;
}
