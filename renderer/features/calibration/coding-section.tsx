import { FileInput, FileOutput } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand, useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { client, shell } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CodingDialog } from './coding-dialog.tsx';
import { saveFile } from './packet-files.ts';

/** Tags and cues that pass between the projects of colleagues. */
export function CodingSection() {
  const { t } = useTranslation('calibration');
  const [file, setFile] = useState<{ id: string; name: string } | null>(null);
  const choose = async (): Promise<void> => {
    const [chosen] = await shell.pickFiles('files');
    if (chosen) setFile(chosen);
  };
  useCommandHandlers({ 'coding.merge': () => void choose(), 'coding.export': () => void saveFile(t, client.tags.exportCoding()) });
  return (
    <section className="stack" aria-labelledby="coding-heading">
      <h2 id="coding-heading">{t('coding.heading')}</h2>
      <p className="text-2">{t('coding.what')}</p>
      <div className="row row-wrap">
        <Button icon={FileInput} onPress={() => runCommand('coding.merge')}>{t('command.mergeCoding')}</Button>
        <Button icon={FileOutput} onPress={() => runCommand('coding.export')}>{t('command.exportCoding')}</Button>
      </div>
      {file === null ? null : <CodingDialog key={file.id} file={file} onClose={() => setFile(null)} />}
    </section>
  );
}
