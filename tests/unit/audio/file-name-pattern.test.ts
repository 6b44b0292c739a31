import { describe, expect, test } from 'vitest';
import { parseFileNamePattern, readFileName } from '#engine/audio/file-name-pattern.ts';

describe('what a recording’s name says', () => {
  test('the names of Amazon’s post-call analytics', () => {
    expect(readFileName('calls/Auto0_GUID_000_AGENT_ChrisL_DT_2025-02-19T06-01-22_Mono.wav')).toEqual({
      pattern: '{*}_GUID_{GUID}_AGENT_{AGENT}_DT_{DT}_{*}',
      ids: ['000', 'Auto0_GUID_000_AGENT_ChrisL_DT_2025-02-19T06-01-22_Mono'],
      agent: 'ChrisL', startedAt: '2025-02-19T06:01:22', fields: {},
    });
    expect(readFileName('x_GUID_7f_CUST_99_AGENT_Ann_DT_2025-02-19T06-01-22_a.mp3')).toMatchObject({ ids: ['7f', expect.any(String)], customer: '99', agent: 'Ann' });
  });

  test('a bare name is the external id', () => {
    expect(readFileName('folder/0002f70f7386445b.wav')).toEqual({ pattern: '{ID}', ids: ['0002f70f7386445b'], fields: {} });
    expect(readFileName('no-extension')?.ids).toEqual(['no-extension']);
  });

  test('a pattern of one’s own: date and time apart, unknown names become fields', () => {
    expect(readFileName('20260203-091502_Billing_Priya Nair_C-17.mp3', ['{DATE}-{TIME}_{Queue}_{AGENT}_{ID}'])).toEqual({
      pattern: '{DATE}-{TIME}_{Queue}_{AGENT}_{ID}', ids: ['C-17', '20260203-091502_Billing_Priya Nair_C-17'],
      agent: 'Priya Nair', startedAt: '2026-02-03T09:15:02', fields: { Queue: 'Billing' },
    });
  });

  test('a time that is none stays a field', () => {
    expect(readFileName('a_DT_2025-13-45T99-99-99', ['{ID}_DT_{DT}'])).toMatchObject({ fields: { DT: '2025-13-45T99-99-99' } });
    expect(readFileName('a_DT_2025-13-45T99-99-99', ['{ID}_DT_{DT}'])).not.toHaveProperty('startedAt');
  });

  test('a name that does not fit any pattern gives nothing', () => {
    expect(readFileName('call-1.wav', ['{ID}_{AGENT}'])).toBeNull();
    expect(readFileName('_x.wav', ['{ID}_{AGENT}'])).toBeNull();
  });

  test.each([['{ID}{AGENT}', 'side by side'], ['plain', 'no placeholder'], ['{ID', 'single "{"'], ['{a+}', 'is no placeholder'], ['x'.repeat(501), 'at most 500']])('%s is refused in words', (pattern, words) => {
    expect(parseFileNamePattern(pattern)).toEqual({ problem: expect.stringContaining(words) });
  });

  test('a nasty pattern on a nasty name takes no time', () => {
    const startedAt = performance.now();
    readFileName('a'.repeat(500), [`${Array.from({ length: 60 }, () => '{*}a').join('')}b`]);
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});
