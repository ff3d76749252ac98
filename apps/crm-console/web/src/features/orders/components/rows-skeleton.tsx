import styles from './orders-table.module.css';

const rows = Array.from({ length: 14 }, (_, index) => index);
const cells = ['code', 'deadline', 'buyer', 'goods', 'total', 'market', 'fulfilment', 'payment', 'time'] as const;
const widths = ['84%', '70%', '86%', '60%', '72%', '64%', '80%', '70%', '56%'] as const;

/** The shape of what is coming, after 150 ms: what comes sooner shows no skeleton at all. */
export function RowsSkeleton({ cards }: { cards: boolean }) {
  return (
    <div className={`${styles['body']} ${styles['skeleton']} ${cards ? styles['cards'] : ''}`} aria-hidden>
      {rows.slice(0, cards ? 5 : 14).map((row) =>
        cards ? (
          <div key={row} className={styles['skeletonCard']}><span /><span /><span /></div>
        ) : (
          <div key={row} className={styles['skeletonRow']}>
            {cells.map((cell, at) => <span key={cell} data-cell={cell} style={{ width: `calc(${widths[(at + row) % 3 === 0 ? (at + 1) % 9 : at]} - 16px)` }} />)}
          </div>
        ),
      )}
    </div>
  );
}
