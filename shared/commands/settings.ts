import { z } from 'zod';
import { defineCommand } from './command.ts';
import type { Edit, Parts } from './edit.ts';

const keys = ['definitions', 'briefing', 'briefing-logo', 'privacy', 'empathy-cues'] as const;
export type SettingKey = (typeof keys)[number];
type Value = Record<string, unknown>;
type Listed = readonly { readonly id: string }[];
type Slides = Readonly<Record<string, Value>>;

/** The user's words by slide and field, their own slides and charts one by one, and the look. */
function briefingParts({ slides, own, charts, ...plain }: Value): Parts {
  return {
    ...plain,
    ...Object.fromEntries(Object.entries((slides ?? {}) as Slides).flatMap(([id, words]) => Object.entries(words).map(([field, text]) => [`${field} ${id}`, text ?? null]))),
    ...Object.fromEntries(((own ?? []) as readonly string[]).map((id) => [`own ${id}`, true])),
    ...Object.fromEntries(((charts ?? []) as Listed).map((chart) => [`chart ${chart.id}`, chart])),
  };
}

function withBriefingParts(value: Value, parts: Parts): Value {
  const next: Value = { ...value };
  const slides: Record<string, Value> = { ...(value['slides'] as Slides | undefined) };
  for (const [name, part] of Object.entries(parts)) {
    const [field = '', id] = name.split(' ', 2);
    if (id === undefined) next[field] = part;
    else if (field !== 'own' && field !== 'chart') slides[id] = { ...slides[id], [field]: part };
  }
  return { ...next, slides };
}

/** A setting part by part, alike in the page and in the engine. Of the logo its name. */
export function settingParts(key: SettingKey, value: Value | null): Parts {
  if (key === 'briefing-logo') return { logo: value?.['name'] ?? null };
  return key === 'briefing' ? briefingParts(value ?? {}) : value ?? {};
}

type Change = { key: SettingKey; value: Value | null };
const writesSetting: Edit<Change> = {
  kind: 'writes', isOpen: false,
  of: ({ key, value }) => settingParts(key, value),
  put: ({ key, value }, parts) => ({ key, value: value === null || key === 'briefing-logo' ? value : key === 'briefing' ? withBriefingParts(value, parts) : { ...value, ...parts } }),
};

/** `definitions` is what counts as good; `briefing` is the user's own words, order and look of the slides, `briefing-logo` the company's picture; `privacy` is what is hidden and how long things are kept; `empathy-cues` are the phrases that offer cues. null is the default. */
export const changeSetting = defineCommand('setting.change', z.strictObject({
  key: z.enum(keys), value: z.record(z.string(), z.unknown()).nullable(),
}), writesSetting);
