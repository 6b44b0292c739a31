import { dayOf, dayOfYear, isoDate } from '../calendar.ts';
import { coldAgentScripts } from './cold-agent.ts';
import { failedCustomerScripts } from './failed-customer.ts';
import { otherScripts } from './other-calls.ts';
import { paperFeeScripts } from './paper-fee.ts';
import type { Script, Voice } from './script.ts';

/** The calls with a recording. */
export const scripts: readonly Script[] = [...failedCustomerScripts, ...paperFeeScripts, ...coldAgentScripts, ...otherScripts];

/** `BW-2026-006450`: the year and a number that grows over the year; `place` 0-39 is the place within the day (0 is kept for recorded calls). */
export function externalIdOf(day: number, place: number): string {
  return `BW-${isoDate(day).slice(0, 4)}-${String(dayOfYear(day) * 40 + place).padStart(6, '0')}`;
}

/** The external id of a recorded call. */
export function scriptId(script: Script): string {
  return externalIdOf(dayOf(script.date), 0);
}

/** How the agents of the recorded calls speak. */
export const agentVoices: Readonly<Record<string, Voice>> = {
  'A-01': { voice: 'en-gb+f1', wordsPerMinute: 168, pitch: 48 }, 'A-02': { voice: 'en-gb+m1', wordsPerMinute: 176, pitch: 44 }, 'A-04': { voice: 'en-gb+m6', wordsPerMinute: 170, pitch: 36 },
  'A-06': { voice: 'en-gb-x-rp+m2', wordsPerMinute: 174, pitch: 50 }, 'A-07': { voice: 'en-gb-x-rp+m3', wordsPerMinute: 184, pitch: 26 }, 'A-10': { voice: 'en-gb-x-rp+f1', wordsPerMinute: 182, pitch: 58 },
  'A-13': { voice: 'en-gb+m5', wordsPerMinute: 190, pitch: 56 }, 'A-14': { voice: 'en-029+f2', wordsPerMinute: 172, pitch: 52 }, 'A-15': { voice: 'en-gb+m8', wordsPerMinute: 172, pitch: 32 },
};
