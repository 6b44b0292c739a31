import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import type { TFunction } from 'i18next';

/** Does something with the engine and says what came of it; a refused act is said, and changes nothing. @returns whether it was done */
export async function act(t: TFunction, work: Promise<unknown>, said: string | { done: string; refused: (error: unknown) => void }): Promise<boolean> {
  try {
    await work;
    announce(typeof said === 'string' ? said : said.done);
    return true;
  } catch (error) {
    if (typeof said !== 'string') said.refused(error);
    useToasts.getState().show({ text: failureText(t, failureOf(error)), tone: 'danger' });
    return false;
  }
}
