import { failureOf } from '#renderer/engine/failure.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import type { TFunction } from 'i18next';

/** Does something with the engine and says what came of it; a refused act is said and changes nothing. @returns whether it was done */
export async function act(t: TFunction, work: Promise<unknown>, done: string): Promise<boolean> {
  try {
    await work;
    announce(done);
    return true;
  } catch (error) {
    const { code, message } = failureOf(error);
    useToasts.getState().show({ text: message ?? `${t(`errors:byCode.${code}.what`)} ${t(`errors:byCode.${code}.next`)}`, tone: 'danger' });
    return false;
  }
}
