import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './state.css';

type EmptyStateProps = {
  icon?: LucideIcon;
  title: string;
  /** What will be here, and why it is not. */
  children?: ReactNode;
  /** One button. */
  action?: ReactNode;
};

/** What is shown where nothing is: what will be here, why it is not, one thing to do. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="state">
      {Icon === undefined ? null : <span className="state-icon" aria-hidden><Icon size={24} strokeWidth={1.75} /></span>}
      <h2>{title}</h2>
      {children === undefined ? null : <div className="state-words">{children}</div>}
      {action === undefined ? null : <div className="state-action">{action}</div>}
    </div>
  );
}
