import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const calls: Record<string, readonly (readonly [speaker: string, text: string])[]> = {
  'C-1': [['Agent', 'Good morning, how can I help?'], ['Customer', 'My refund has not arrived.'], ['Agent', 'It leaves today, I promise.']],
  'C-2': [['Agent', 'Good afternoon.'], ['Customer', 'I want to cancel the contract.'], ['Agent', 'I am sorry to hear that.']],
  'C-3': [['Agent', 'Hello.'], ['Customer', 'Thank you, the refund is here.'], ['Agent', 'Glad to hear it.']],
};

function captions(turns: (typeof calls)[string]): string {
  const cues = turns.map(([speaker, text], index) => `00:00:0${index * 3}.000 --> 00:00:0${index * 3 + 2}.500\n<v ${speaker}>${text}\n`);
  return `WEBVTT\n\n${cues.join('\n')}`;
}

/** Half a second of a 440 Hz tone, 8 kHz, 16 bit, one channel: the smallest recording that is one. */
function tone(): Buffer {
  const samples = 4000;
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(16_000, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index += 1) wav.writeInt16LE(Math.round(Math.sin((index * 440 * 2 * Math.PI) / 8000) * 12_000), 44 + index * 2);
  return wav;
}

const tables: Record<string, string> = {
  'interactions.csv': [
    'interaction_id,channel,started_at,duration_s,queue,team,agent_id,agent_name,customer_id,reason',
    'C-1,phone,2026-01-05T09:00:00Z,9,Billing,North,A-1,Ann,K-1,Refund',
    'C-2,phone,2026-01-06T10:00:00Z,9,Billing,North,A-2,Ben,K-2,Cancel',
    'C-3,phone,2026-01-07T11:00:00Z,9,Sales,South,A-1,Ann,K-1,Refund',
  ].join('\n'),
  'surveys.csv': [
    'response_id,interaction_id,customer_id,sent_at,answered_at,csat,nps,comment',
    'S-1,C-1,K-1,2026-01-05T12:00:00Z,2026-01-05T13:00:00Z,2,3,Still waiting.',
    'S-2,C-2,K-2,2026-01-06T12:00:00Z,2026-01-06T13:00:00Z,1,0,Gone.',
    'S-3,,K-9,2026-01-07T12:00:00Z,2026-01-07T13:00:00Z,5,10,Lovely.',
  ].join('\n'),
  'quality_scores.csv': [
    'evaluation_id,interaction_id,evaluator,evaluated_at,form,purpose,score,passed',
    'Q-1,C-1,Eve,2026-01-08T09:00:00Z,Form 1,random,92,yes',
    'Q-2,C-2,Eve,2026-01-08T10:00:00Z,Form 1,random,88,yes',
  ].join('\n'),
  'notes.bin': 'This is no call.\u0000\u0001',
};

/** A folder as a contact centre might hand it over: three calls, one recording, three tables, one file that nobody can read. */
export function makeCallFolder(parent: string): string {
  const folder = join(parent, 'handed-over');
  mkdirSync(folder, { recursive: true });
  for (const [id, turns] of Object.entries(calls)) writeFileSync(join(folder, `${id}.vtt`), captions(turns));
  for (const [name, text] of Object.entries(tables)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'C-1.wav'), tone());
  return folder;
}
