import { Button } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { paths } from '../../config/paths.ts';
import styles from '../../features/orders/components/order-page.module.css';
import { useWords } from '../../i18n/use-words.ts';

export function OrderGone() {
  const { t } = useWords();
  return (
    <EmptyState icon={<IconFileOff size={24} stroke={1.75} />} title={t('errors.notFound')} text={t('errors.notFoundText')}>
      <Button component={Link} to={paths.orders} variant="filled">{t('errors.toOrders')}</Button>
    </EmptyState>
  );
}

/** The shape of the page, after 150 ms. */
export function OrderLoading() {
  return (
    <div className={`${styles['grid']} ${styles['skeleton']}`} aria-hidden>
      {['main', 'side'].map((column) => (
        <div key={column} className={styles[column]}>
          {[0, 1, 2].map((card) => <div key={card} className={styles['card']}><span style={{ width: '30%' }} /><span style={{ width: '80%' }} /><span style={{ width: '60%' }} /></div>)}
        </div>
      ))}
    </div>
  );
}
