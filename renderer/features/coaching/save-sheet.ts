import type { TFunction } from 'i18next';
import { client, shell } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useToasts } from '#renderer/stores/toasts.ts';

/** Writes the sheet of a person as a PDF and hands it to the host. */
export async function saveSheet(t: TFunction<'coaching'>, asked: { agentId: string; from: string | null; to: string | null }): Promise<void> {
  const { show } = useToasts.getState();
  try {
    const exported = await client.coaching.exportSheet(asked);
    if (await shell.saveExport(exported)) show({ text: t('sheet.saved', { name: exported.name }), tone: 'ok' });
  } catch (error) {
    const { code, message } = failureOf(error);
    show({ text: message ?? `${t(`errors:byCode.${code}.what`)} ${t(`errors:byCode.${code}.next`)}`, tone: 'danger' });
  }
}
