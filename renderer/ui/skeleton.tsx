import { useEffect, useState, type ReactNode } from 'react';
import './skeleton.css';

/** Grey bars where content will be. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => <span key={index} className="skeleton-line" aria-hidden />)}
    </div>
  );
}

/** Shows its content only after `afterMs`: what takes less needs no sign of waiting. */
export function Delayed({ afterMs = 200, children }: { afterMs?: number; children: ReactNode }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return isDue ? children : null;
}
