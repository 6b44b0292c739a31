import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a payload does when it runs, and the element that it leaves when it is taken for markup. */
export const mark = 'earshot-ran';
const act = `window.${mark.replace('-', '_')}=1`;

const vectors: readonly string[] = [
  `<script>${act}</script>`, `<img src=x onerror="${act}">`, `<svg onload="${act}">`, `<svg><script>${act}</script></svg>`, `<body onload="${act}">`, `<iframe srcdoc="<script>parent.${act}</script>">`,
  `<a href="javascript:${act}">here</a>`, `<details open ontoggle="${act}">`, `<input autofocus onfocus="${act}">`, `<video><source onerror="${act}"></video>`, `<math><mtext><img src=x onerror="${act}"></mtext></math>`,
  `<style>@import 'javascript:${act}';</style>`, `<object data="javascript:${act}">`, `<embed src="javascript:${act}">`, `<form action="javascript:${act}"><button>go</button></form>`, `<meta http-equiv="refresh" content="0;url=javascript:${act}">`,
  `<base href="javascript:${act}//">`, `<link rel="stylesheet" href="javascript:${act}">`, `<marquee onstart="${act}">`, `<template><img src=x onerror="${act}"></template>`, `\u2028<img src=x onerror="${act}">`,
  `{{constructor.constructor('${act}')()}}`, `\${${act}}`, `<%= ${act} %>`, `<noscript><p title="</noscript><img src=x onerror=${act}>">`,
];

/** What stood before the payload in the field that somebody hoped to break out of, and after it. */
const contexts: readonly (readonly [string, string])[] = [
  ['', ''], ['"', '"'], ["'", "'"], ['">', ''], ["'>", ''], ['</title>', ''], ['</textarea>', ''], ['</style>', ''], ['</script>', ''], ['-->', ''], [']]>', ''], ['`', '`'], ['\\"', ''], ['&quot;&gt;', ''], ['%22%3E', ''], ['\u0001', ''], ['\u202E', ''],
  [`<${mark}>`, `</${mark}>`], [`" onmouseover="${act}" x="`, ''], ["javascript:/*'/*`/*--></title>*/", ''],
];

/** 500 texts that would run or leave an element where they were taken for markup or code. */
export const payloads: readonly string[] = contexts.flatMap(([before, after]) => vectors.map((vector) => `${before}${vector}<${mark}></${mark}>${after}`));

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const rows = (header: string, each: (payload: string, at: number) => readonly (string | number)[]): string => [header, ...payloads.map((payload, at) => each(payload, at).map((value) => cell(String(value))).join(','))].join('\n');
const time = (at: number, hour: number): string => `2026-0${1 + (at % 9)}-${String(1 + (at % 28)).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;

/** Tables and a conversation with every payload in every field that takes somebody's text. */
export function writeHostileFiles(folder: string): void {
  const files: Record<string, string> = {
    'interactions.csv': rows('interaction_id,channel,started_at,queue,team,agent,customer_id,reason,product,language,Own field', (text, at) => [`X-${at}`, 'chat', time(at, 10), text, text, `A-${at} ${text}`, `C-${at} ${text}`, text, text, text, text]),
    'customers.csv': rows('customer_id,name,segment,customer since', (text, at) => [`C-${at} ${text}`, text, text, '2020-01-01']),
    'agents.csv': rows('agent_id,name,team', (text, at) => [`A-${at} ${text}`, text, text]),
    'surveys.csv': rows('response_id,interaction_id,answered_at,csat,comment', (text, at) => [`S-${at}`, `X-${at}`, time(at, 15), 1 + (at % 5), text]),
    'quality_scores.csv': rows('evaluation_id,interaction_id,purpose,score,evaluator,note', (text, at) => [`E-${at}`, `X-${at}`, 'random', at % 101, text, text]),
    'codebook.csv': rows('code,name,kind,definition,example_1', (text, at) => [`K${at}`, text, 'cause', text, text]),
    'owners.csv': rows('cause_code,owner_unit,controllable_by,preventable', (text, at) => [`K${at}`, text, 'process', 'yes']),
    'tags.csv': rows('interaction_id,code,at,note,coder', (text, at) => [`X-${at}`, `K${at}`, 'turn 1', text, text]),
    'X-0.txt': payloads.map((text, at) => `${at % 2 ? 'Agent' : 'Customer'}: ${text.replaceAll('\n', ' ')}`).join('\n'),
  };
  // A name of a file is text too; a slash alone cannot stand in one.
  files[`${payloads[1]?.replaceAll('/', '') ?? 'x'}.txt`] = 'Agent: Good morning.\nCustomer: Good morning.\n';
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
