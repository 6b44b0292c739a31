import type { TFunction } from 'i18next';
import type { ChangedPart } from '#shared/errors.ts';

type Failed = { readonly code: string; readonly message: string | null; readonly now?: Readonly<Record<string, ChangedPart>> | null | undefined };

/** Parts whose value can be read as it stands: words, names, numbers and days that people wrote. */
const readable = new Set(['owner', 'decision', 'goal', 'practice', 'agentView', 'selfScore', 'checkCount', 'days', 'name', 'key', 'definition', 'examples', 'note', 'text', 'title', 'lead', 'bullets', 'heardOn', 'change', 'logo']);

function wordsOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(wordsOf).filter((words) => words !== '').join(' · ');
  // Of parts made of several columns what people wrote; figures that hang on them are not read aloud.
  return typeof value === 'object' && value !== null ? Object.values(value).filter((inner) => typeof inner !== 'object').map(wordsOf).filter((words) => words !== '').join(', ') : '';
}

/** What another window put there, part by part, as one sentence; null unless that is why it was refused. */
export function thereNow(t: TFunction, { now }: Failed): string | null {
  const parts = Object.entries(now ?? {}).map(([path, { value }]) => {
    const [name = path] = path.split(' ');
    const words = readable.has(name) ? wordsOf(value) : '';
    const part = t(`errors:part.${name}`, { defaultValue: t('errors:part.other') });
    if (words !== '') return t('errors:partIs', { part, words: words.length > 200 ? `${words.slice(0, 200)}…` : words });
    return value === null ? t('errors:partEmpty', { part }) : part;
  });
  return parts.length === 0 ? null : t('errors:thereNow', { parts: [...new Set(parts)].join('; ') });
}

/** Why something was not done, for a line of its own: the engine's sentence, or what the page says of the code. */
export function failureText(t: TFunction, failure: Failed): string {
  const now = thereNow(t, failure);
  if (now !== null) return `${t(`errors:byCode.${failure.code}.what`)} ${now} ${t(`errors:byCode.${failure.code}.next`)}`;
  return failure.message ?? `${t(`errors:byCode.${failure.code}.what`)} ${t(`errors:byCode.${failure.code}.next`)}`;
}
