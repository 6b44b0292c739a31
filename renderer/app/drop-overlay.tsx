import { Download } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportDoor } from './use-import-door.ts';

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** The whole window takes files and folders; Import in the menu does the same without dragging. */
export function DropOverlay({ hasProject, children }: { hasProject: boolean; children: ReactNode }) {
  const { t } = useTranslation('frame');
  const [isOver, setOver] = useState(false);
  // Entering a child fires before leaving its parent, so the two are counted.
  const depth = useRef(0);
  const door = useImportDoor();
  const enter = (event: DragEvent): void => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    depth.current += 1;
    setOver(true);
  };
  const leave = (event: DragEvent): void => {
    if (!bringsFiles(event)) return;
    depth.current = Math.max(0, depth.current - 1);
    if (depth.current === 0) setOver(false);
  };
  const drop = (event: DragEvent): void => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    void door.drop(event.dataTransfer);
  };
  const over = (event: DragEvent): void => {
    if (bringsFiles(event)) event.preventDefault();
  };
  return (
    <div className="frame" onDragEnter={enter} onDragLeave={leave} onDragOver={over} onDrop={drop}>
      {children}
      <div className="drop-overlay" role="status" data-shown={isOver ? '' : undefined}>
        {isOver ? (
          <div className="drop-words">
            <Download aria-hidden size={32} strokeWidth={1.5} />
            <strong>{t('drop.title')}</strong>
            <span>{t('drop.what')}</span>
            {hasProject ? null : <span>{t('drop.noProject')}</span>}
          </div>
        ) : null}
      </div>
    </div>
  );
}
