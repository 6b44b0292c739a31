import { safe } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';

/** What every pipe must answer about recordings; called in the middle of the acceptance suite, with its project open. */
export function describeRecordings(clientOf: () => EngineClient): void {
  describe('recordings', () => {
    const mediaOf = async (): Promise<string> => (await clientOf().interactions.get({ id: 'C-1' })).media[0]?.id ?? '';
    const refusalOf = async (call: Promise<unknown>) => ((await safe(call)).error as { code?: string } | null)?.code;
    const quiet = { stepMs: 20, channels: [[0, 0, -1, 1]] };

    it('have a waveform', async () => {
      const client = clientOf();
      const mediaId = await mediaOf();
      expect(await client.media.measure({ mediaId })).toEqual({ measured: true, reason: null });
      const peaks = await client.media.peaks({ mediaId, fromMs: 0, toMs: 500, points: 50 });
      expect(Math.max(...(peaks?.channels[0] ?? []))).toBeGreaterThan(30);
      expect(await refusalOf(client.media.measure({ mediaId: 'unknown' }))).toBe('NOT_FOUND');
    });

    it('keep a waveform that the page measured, never over one of the engine', async () => {
      const client = clientOf();
      const mediaId = await mediaOf();
      const before = await client.media.peaks({ mediaId, fromMs: 0, toMs: 500, points: 50 });
      expect(await client.media.keepPeaks({ mediaId, peaks: quiet })).toEqual({ kept: true });
      expect(await client.media.peaks({ mediaId, fromMs: 0, toMs: 500, points: 50 })).toEqual(before);
      expect(await refusalOf(client.media.keepPeaks({ mediaId: 'unknown', peaks: quiet }))).toBe('NOT_FOUND');
      expect(await refusalOf(client.media.keepPeaks({ mediaId, peaks: { stepMs: 20, channels: [[0, 0], [0, 0, 1, 1]] } }))).toBe('BAD_REQUEST');
    });
  });
}
