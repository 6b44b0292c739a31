import { z } from 'zod';
import { defineCommand } from './command.ts';

/** `definitions` is what counts as good; `briefing` is the user's own words, order and look of the slides, `briefing-logo` the company's picture; `privacy` is what is hidden and how long things are kept; `empathy-cues` are the phrases that offer cues. null is the default. */
export const changeSetting = defineCommand('setting.change', z.strictObject({
  key: z.enum(['definitions', 'briefing', 'briefing-logo', 'privacy', 'empathy-cues']), value: z.record(z.string(), z.unknown()).nullable(),
}));
