import { client, shell } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import type { TFunction } from 'i18next';
import type { PacketReport } from '#shared/model/calibration.ts';

function sayFailure(t: TFunction<'calibration'>, error: unknown): void {
  const { code, message } = failureOf(error);
  useToasts.getState().show({ text: message ?? `${t(`errors:byCode.${code}.what`)} ${t(`errors:byCode.${code}.next`)}`, tone: 'danger' });
}

/** Asks for a file of a round and takes it in; null when nothing was chosen, or it was refused. */
export async function takeInFile(t: TFunction<'calibration'>): Promise<{ report: PacketReport; fileId: string } | null> {
  try {
    const [file] = await shell.pickFiles('files');
    if (!file) return null;
    return { fileId: file.id, report: await client.calibration.importFile({ fileId: file.id, useNewer: false }) };
  } catch (error) {
    sayFailure(t, error);
    return null;
  }
}

/** Writes a file of a round and hands it to the host. */
export async function saveFile(t: TFunction<'calibration'>, work: Promise<{ exportId: string; name: string }>): Promise<void> {
  try {
    const exported = await work;
    if (await shell.saveExport(exported)) useToasts.getState().show({ text: t('file.saved', { name: exported.name }), tone: 'ok' });
  } catch (error) {
    sayFailure(t, error);
  }
}
