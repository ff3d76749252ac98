import { Button } from '@mantine/core';
import { IconEye, IconEyeOff, IconLock } from '@tabler/icons-react';
import { channelNames } from 'shared/domain/channel';
import { Card } from './card.tsx';
import styles from './order-page.module.css';
import { useWords } from '../../../i18n/use-words.ts';
import { causeOf } from '../../../lib/error-words.ts';
import type { Order, Revealed } from '../model/order.ts';

type RecipientCardProps = {
  order: Order;
  /** Unmasked, where someone asked for it. */
  revealed: Revealed | undefined;
  canReveal: boolean;
  busy: boolean;
  error: unknown;
  onReveal: () => void;
  onHide: () => void;
};

export function RecipientCard({ order, revealed, canReveal, busy, error, onReveal, onHide }: RecipientCardProps) {
  const { t } = useWords();
  const { customer: { name, phone, address }, buyerMessage } = revealed ?? order;
  const isKnown = name !== null || phone !== null || address !== null;
  const place = address?.full ?? [address?.line, address?.ward, address?.district, address?.province].filter(Boolean).join(', ');
  const isStillMasked = revealed !== undefined && [name, phone].some((text) => text?.includes('*'));
  const action = !isKnown || !canReveal ? null : revealed ? (
    <Button leftSection={<IconEyeOff size={16} stroke={1.75} />} onClick={onHide}>{t('order.hide')}</Button>
  ) : (
    <Button leftSection={<IconEye size={16} stroke={1.75} />} loading={busy} onClick={onReveal}>{t('order.reveal')}</Button>
  );
  return (
    <Card name="recipient" title={t('order.recipient')} action={action}>
      {isKnown ? (
        <address className={styles['recipient']}>
          <span className={styles['person']}>{name ?? '—'}</span>
          <span>{phone}</span>
          <span>{place}</span>
        </address>
      ) : <p className={styles['dim']}>{t('order.noRecipient')}</p>}
      {error ? <p className={styles['fault']} role="alert">{causeOf(error, t)}</p> : null}
      {isKnown ? (
        <p className={styles['lock']}>
          <IconLock size={14} stroke={1.75} aria-hidden />
          {revealed ? `${t('order.revealed')}${isStillMasked ? ` ${t('order.stillMasked', { channel: channelNames[order.channel] })}` : ''}` : t('order.masked')}
        </p>
      ) : null}
      {buyerMessage ? <p className={styles['message']}><span className={styles['dim']}>{t('order.buyerMessage')}:</span> “{buyerMessage}”</p> : null}
    </Card>
  );
}
