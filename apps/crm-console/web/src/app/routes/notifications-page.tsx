import { Button, Tabs } from '@mantine/core';
import { IconBellCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import styles from './notifications-page.module.css';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { paths } from '../../config/paths.ts';
import { healedNoticesQuery, openNoticesQuery } from '../../features/notifications/api/list-notifications.ts';
import { NoticeCard } from '../../features/notifications/components/notice-card.tsx';
import { isForPerson, type Notice } from '../../features/notifications/model/groups.ts';
import { ordersOf } from '../../features/notifications/model/orders-of.ts';
import { useWords } from '../../i18n/use-words.ts';
import { pollEvery } from '../../lib/api-error.ts';
import { useAutoRetry } from '../../lib/use-auto-retry.ts';
import { useLastingError } from '../../lib/use-lasting-error.ts';
import { useNow } from '../../lib/use-now.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';

const route = getRouteApi('/frame/notifications');
const POLL_MS = 30_000;

export function NotificationsPage() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const isHealed = route.useSearch().resolved === 'true';
  const list = useQuery({ ...(isHealed ? healedNoticesQuery(language) : openNoticesQuery(language)), refetchInterval: pollEvery(POLL_MS) });
  const error = useLastingError(list.error, list.isFetching);
  const { secondsLeft, attempt } = useAutoRetry({ error, busy: list.isFetching, retry: () => void list.refetch() });
  usePageTitle(t('notices.title'));
  const items = list.data?.items ?? [];
  const groups = isHealed
    ? [{ title: t('notices.healed'), items }]
    : [{ title: t('notices.needs'), items: items.filter(isForPerson) }, { title: t('notices.selfHealing'), items: items.filter((one) => !isForPerson(one)) }];

  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <h1 className={styles['title']}>{t('notices.title')}</h1>
        <Tabs value={isHealed ? 'healed' : 'open'} onChange={(value) => void navigate({ to: paths.notifications, search: value === 'healed' ? { resolved: 'true' } : {}, replace: true })}>
          <Tabs.List className={styles['tabs'] ?? ''} aria-label={t('notices.title')}>
            <Tabs.Tab value="open">{t('notices.open')}</Tabs.Tab>
            <Tabs.Tab value="healed">{t('notices.healed')}</Tabs.Tab>
          </Tabs.List>
        </Tabs>
      </header>
      <div className={styles['body']}>
        {error ? <ErrorBanner title={t('errors.notifications')} error={error} secondsLeft={secondsLeft} attempt={attempt} onRetry={() => void list.refetch()} /> : null}
        {list.data && items.length === 0 ? <EmptyState icon={<IconBellCheck size={24} stroke={1.75} />} title={isHealed ? t('notices.noneHealed') : t('notices.none')} text={isHealed ? undefined : t('notices.noneText')} /> : null}
        {groups.filter((group) => group.items.length > 0).map((group) => <Group key={group.title} {...group} />)}
      </div>
    </div>
  );
}

function Group({ title, items }: { title: string; items: Notice[] }) {
  const { t } = useWords();
  const now = useNow(30_000);
  return (
    <section aria-label={title}>
      <h2 className={styles['group']}>{title}</h2>
      <ul className={styles['list']}>
        {items.map((notice) => {
          const address = ordersOf(notice);
          return (
            <NoticeCard key={notice.id} notice={notice} now={now}>
              {address ? <Button renderRoot={(props) => <Link {...props} to={paths.orders} search={address} />}>{address.q ? t('notices.viewOrder', { code: address.q }) : t('notices.viewOrders')}</Button> : null}
            </NoticeCard>
          );
        })}
      </ul>
    </section>
  );
}
