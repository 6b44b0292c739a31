import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import './toast-region.css';

export type ShownToast = { id: number; text: string; tone: 'neutral' | 'ok' | 'danger'; action?: { label: string; run: () => void } };

type ToastRegionProps = { label: string; dismissLabel: string; toasts: readonly ShownToast[]; onDismiss: (id: number) => void };

/** Long enough to read and to reach (WCAG 2.2.1 asks for time); hovering or focus holds it. */
const shownForMs = 8000;

/** Messages in the corner. They are spoken politely; nothing important is said only here. */
export function ToastRegion({ label, dismissLabel, toasts, onDismiss }: ToastRegionProps) {
  return (
    <section className="toast-region" aria-label={label}>
      <div className="toast-list" role="status">
        {toasts.map((toast) => <ToastItem key={toast.id} toast={toast} dismissLabel={dismissLabel} onDismiss={onDismiss} />)}
      </div>
    </section>
  );
}

function ToastItem({ toast, dismissLabel, onDismiss }: { toast: ShownToast; dismissLabel: string; onDismiss: (id: number) => void }) {
  const { id, action } = toast;
  useEffect(() => {
    const timer = setInterval(() => {
      const element = document.getElementById(`toast-${id}`);
      if (element && !element.matches(':hover, :focus-within')) onDismiss(id);
    }, shownForMs);
    return () => clearInterval(timer);
  }, [id, onDismiss]);
  return (
    <div id={`toast-${id}`} className="toast" data-tone={toast.tone}>
      <span className="grow">{toast.text}</span>
      {action === undefined ? null : (
        <Button
          size="small"
          onPress={() => {
            onDismiss(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton size="small" label={dismissLabel} icon={X} onPress={() => onDismiss(id)} />
    </div>
  );
}
