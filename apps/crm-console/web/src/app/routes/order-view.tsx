import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRefreshAct } from './use-refresh-act.ts';
import { useEditOrder } from '../../features/orders/api/edit-order.ts';
import { useReveal } from '../../features/orders/api/get-order.ts';
import { HistoryCard } from '../../features/orders/components/history-card.tsx';
import { LinesCard } from '../../features/orders/components/lines-card.tsx';
import { MoneyCard } from '../../features/orders/components/money-card.tsx';
import { OrderHeader } from '../../features/orders/components/order-header.tsx';
import styles from '../../features/orders/components/order-page.module.css';
import { OwnCard } from '../../features/orders/components/own-card.tsx';
import { PackagesCard } from '../../features/orders/components/packages-card.tsx';
import { RecipientCard } from '../../features/orders/components/recipient-card.tsx';
import type { Order, Revealed } from '../../features/orders/model/order.ts';
import { meQuery } from '../../features/session/api/me.ts';
import { staffQuery } from '../../features/staff/api/list-staff.ts';
import { useNow } from '../../lib/use-now.ts';
import { useIsPhone } from '../../lib/use-screen.ts';

type OrderViewProps = { order: Order; partial: boolean; onBack: () => void };

export function OrderView({ order, partial, onBack }: OrderViewProps) {
  const now = useNow(30_000);
  const isPhone = useIsPhone();
  const { data: me } = useQuery(meQuery);
  const { data: staff } = useQuery(staffQuery);
  const [revealed, setRevealed] = useState<Revealed>();
  const reveal = useReveal(order.id);
  const edit = useEditOrder(order.id);
  const refresh = useRefreshAct(order);
  const canEdit = me !== undefined && me.role !== 'viewer';

  return (
    <>
      <OrderHeader order={order} now={now} refresh={canEdit ? refresh : undefined} onBack={onBack} />
      <div className={styles['grid']}>
        <div className={styles['main']}>
          <LinesCard order={order} asList={isPhone} />
          <PackagesCard order={order} />
          <HistoryCard order={order} now={now} loading={partial} />
        </div>
        <div className={styles['side']}>
          <MoneyCard order={order} />
          <RecipientCard order={order} revealed={revealed} canReveal={canEdit} busy={reveal.isPending} error={reveal.error} onReveal={() => reveal.mutate(undefined, { onSuccess: setRevealed })} onHide={() => setRevealed(undefined)} />
          <OwnCard order={order} staff={staff ?? []} canEdit={canEdit} busy={edit.isPending} error={edit.error} onSave={(patch, onSaved) => edit.mutate(patch, { onSuccess: onSaved })} />
        </div>
      </div>
    </>
  );
}
