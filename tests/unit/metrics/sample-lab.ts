import type { Envelope } from '#shared/model/envelope.ts';
import { openLab, type EngineLab } from '#tests/support/engine/engine-lab.ts';
import { sampleProject } from '#tests/support/engine/sample-project.ts';

/** A lab with the sample project in it. */
export async function openSampleLab({ transcripts }: { transcripts: boolean }): Promise<EngineLab> {
  return openLab({ from: await sampleProject(transcripts ? 'whole' : 'tables') });
}

/** A lab with these files imported; what they cannot hold is set aside, and the test decides whether that is meant. */
export async function openLabWith(files: Record<string, string>): Promise<EngineLab> {
  const lab = await openLab();
  if (Object.keys(files).length > 0) await lab.run(await lab.put(files));
  return lab;
}

/** Rows as CSV text; values hold neither commas nor quotes. */
export function csv(header: string, rows: Iterable<readonly (string | number)[]>): string {
  return [header, ...[...rows].map((row) => row.join(','))].join('\n');
}

/** The envelopes anywhere inside an answer of the engine, each with the path to it. */
export function envelopesIn(answer: unknown, path = ''): { path: string; envelope: Envelope }[] {
  if (answer === null || typeof answer !== 'object') return [];
  if ('evidence' in answer && 'denominator' in answer) return [{ path, envelope: answer as Envelope }];
  return Object.entries(answer).flatMap(([key, value]) => envelopesIn(value, `${path}/${key}`));
}
