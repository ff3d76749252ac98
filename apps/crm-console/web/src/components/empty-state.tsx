import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type EmptyStateProps = { icon: ReactNode; title: string; text?: ReactNode; children?: ReactNode };

/** Nothing to show: what that means, and what to do next. */
export function EmptyState({ icon, title, text, children }: EmptyStateProps) {
  return (
    <div className={styles['box']} role="status">
      <span className={styles['icon']} aria-hidden>{icon}</span>
      <h2 className={styles['title']}>{title}</h2>
      {text ? <div className={styles['text']}>{text}</div> : null}
      {children ? <div className={styles['acts']}>{children}</div> : null}
    </div>
  );
}
