import type { ReactNode } from 'react';
import styles from './order-page.module.css';

type CardProps = { name: string; title: string; beside?: ReactNode; action?: ReactNode; flush?: boolean; children: ReactNode };

/** A card of the order's page; `name` says where it stands on a phone. */
export function Card({ name, title, beside, action, flush = false, children }: CardProps) {
  return (
    <section className={styles['card']} data-card={name} aria-label={title}>
      <header className={styles['cardHead']}>
        <h2 className={styles['cardTitle']}>{title} {beside ? <span className={styles['beside']}>{beside}</span> : null}</h2>
        {action}
      </header>
      <div className={flush ? undefined : styles['cardBody']}>{children}</div>
    </section>
  );
}
