import { expect, it } from 'vitest';
import { openLab } from '#tests/support/engine/engine-lab.ts';

const isLong = process.env['EARSHOT_LONG'] === '1';
if (!isLong) console.log('Briefing of 25,000 interactions: not written, it belongs to the long forms (EARSHOT_LONG=1).');

/** Budget of issue 5: six slides of 25,000 interactions within five seconds. */
it.skipIf(!isLong)('six slides of 25,000 interactions are written in under 5 seconds', async () => {
  const lab = await openLab();
  try {
    const rows = Array.from({ length: 25_000 }, (_row, at) => at);
    const day = (at: number) => `2026-${String(1 + (at % 9)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
    const table = (head: string, row: (at: number) => string) => `${head}\n${rows.map(row).join('\n')}\n`;
    await lab.run(await lab.put({
      'interactions.csv': table('interaction_id,channel,started_at,queue,agent', (at) => `I-${at},phone,${day(at)}T10:00:00Z,${['Billing', 'Outages', 'Tariffs'][at % 3] ?? ''},A-${at % 40}`),
      'surveys.csv': table('response_id,interaction_id,answered_at,csat', (at) => `S-${at},I-${at},${day(at)}T12:00:00Z,${1 + (at % 5)}`),
      'quality_scores.csv': table('evaluation_id,interaction_id,evaluated_at,purpose,score,passed', (at) => `E-${at},I-${at},${day(at)}T13:00:00Z,random,90,${at % 4 === 0 ? 'no' : 'yes'}`),
    }));
    const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
    const job = await lab.client.briefing.export({ format: 'pptx', template: 'sixSlides' });
    let step = await job.next();
    while (step.done !== true) step = await job.next();
    const ms = performance.now() - startedAt;
    console.log(`Six slides of 25,000 interactions: ${Math.round(ms)} ms (${Math.round(process.cpuUsage(cpu).user / 1000)} ms of processor), ${step.value.size} bytes.`);
    expect(step.value.claims.find(({ text }) => text.startsWith('We rated'))?.envelope.n).toBe(25_000);
    expect(ms).toBeLessThan(5000);
  } finally {
    await lab.close();
  }
}, 600_000);
