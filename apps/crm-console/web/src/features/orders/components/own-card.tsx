import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Card } from './card.tsx';
import styles from './order-page.module.css';
import { OwnForm, type Person } from './own-form.tsx';
import { Tag } from './tag.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import type { OrderPatch } from '../api/edit-order.ts';
import type { Order } from '../model/order.ts';

type OwnCardProps = {
  order: Order;
  staff: readonly Person[];
  canEdit: boolean;
  busy: boolean;
  error: unknown;
  onSave: (patch: OrderPatch, onSaved: () => void) => void;
};

/** What the shop itself writes about an order; no sync touches it. */
export function OwnCard({ order, staff, canEdit, busy, error, onSave }: OwnCardProps) {
  const { t } = useWords();
  const [editing, setEditing] = useState(false);
  const action = canEdit && !editing ? <Button leftSection={<IconPencil size={16} stroke={1.75} />} onClick={() => setEditing(true)}>{t('order.edit')}</Button> : null;
  return (
    <Card name="own" title={t('order.own')} action={action}>
      {editing ? (
        <OwnForm order={order} staff={staff} busy={busy} error={error} onSave={(patch) => onSave(patch, () => setEditing(false))} onCancel={() => setEditing(false)} />
      ) : (
        <dl className={styles['own']}>
          <dt>{t('order.assignee')}</dt>
          <dd>{order.assigneeName ?? <span className={styles['dim']}>{t('order.nobody')}</span>}</dd>
          <dt>{t('order.tags')}</dt>
          <dd className={styles['tags']}>{order.tags.length > 0 ? order.tags.map((tag) => <Tag key={tag} text={tag} />) : <span className={styles['dim']}>{t('order.empty')}</span>}</dd>
          <dt>{t('order.note')}</dt>
          <dd className={styles['noteText']}>{order.note ?? <span className={styles['dim']}>{t('order.empty')}</span>}</dd>
        </dl>
      )}
    </Card>
  );
}
