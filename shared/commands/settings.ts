import { z } from 'zod';
import { defineCommand } from './command.ts';

/** `definitions` is what counts as good; `briefing` is the user's own words and order of the slides. null is the default. */
export const changeSetting = defineCommand('setting.change', z.strictObject({
  key: z.enum(['definitions', 'briefing']), value: z.record(z.string(), z.unknown()).nullable(),
}));
