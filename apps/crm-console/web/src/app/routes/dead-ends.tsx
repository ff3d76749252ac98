import { Button } from '@mantine/core';
import { IconMapOff, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { paths } from '../../config/paths.ts';
import { useWords } from '../../i18n/use-words.ts';

export function NotFoundPage() {
  const { t } = useWords();
  return (
    <EmptyState icon={<IconMapOff size={24} stroke={1.75} />} title={t('errors.noPage')} text={t('errors.noPageText')}>
      <Button component={Link} to={paths.orders} variant="filled">{t('errors.toOrders')}</Button>
    </EmptyState>
  );
}

export function FaultPage() {
  const { t } = useWords();
  return (
    <EmptyState icon={<IconRefresh size={24} stroke={1.75} />} title={t('errors.page')} text={t('errors.pageText')}>
      <Button variant="filled" onClick={() => window.location.reload()}>{t('errors.reload')}</Button>
    </EmptyState>
  );
}
