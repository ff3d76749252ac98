import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { OrderGone, OrderLoading } from './order-states.tsx';
import { OrderView } from './order-view.tsx';
import { ErrorBanner } from '../../components/error-banner.tsx';
import { paths } from '../../config/paths.ts';
import { knownOrder, orderQuery } from '../../features/orders/api/get-order.ts';
import styles from '../../features/orders/components/order-page.module.css';
import { useWords } from '../../i18n/use-words.ts';
import { ApiError } from '../../lib/api-error.ts';
import { useAutoRetry } from '../../lib/use-auto-retry.ts';
import { useLastingError } from '../../lib/use-lasting-error.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';

const route = getRouteApi('/frame/orders/$orderId');
const POLL_MS = 15_000;

export function OrderPage() {
  const { t } = useWords();
  const { orderId } = route.useParams();
  const queries = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const order = useQuery({ ...orderQuery(orderId), placeholderData: () => knownOrder(queries, orderId), refetchInterval: ({ state }) => (state.error ? false : POLL_MS) });
  const error = useLastingError(order.error, order.isFetching);
  const isGone = error instanceof ApiError && (error.status === 404 || error.status === 400);
  const isFailed = error !== null && !isGone;
  const retry = (): void => void order.refetch();
  const { secondsLeft, attempt } = useAutoRetry({ error: isFailed ? error : null, busy: order.isFetching, retry });
  usePageTitle(order.data?.code ?? t('orders.title'));

  const back = (): void => {
    if (router.history.canGoBack()) router.history.back();
    else void navigate({ to: paths.orders, search: {} });
  };

  if (isGone) return <OrderGone />;
  return (
    <div className={styles['page']}>
      {isFailed ? (
        <div className={styles['banner']}>
          <ErrorBanner title={order.data ? t('errors.orderStale') : t('errors.order')} error={error} safe={t('errors.safe')} secondsLeft={secondsLeft} attempt={attempt} onRetry={retry} />
        </div>
      ) : null}
      {order.data ? <OrderView key={orderId} order={order.data} partial={order.isPlaceholderData} onBack={back} /> : <OrderLoading />}
    </div>
  );
}
