import { IconArrowBackUp, IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { paymentLabels, type PaymentStatus } from 'shared/domain/order-words';
import type { ComponentType } from 'react';
import styles from './words.module.css';
import { HalfDisc } from '../../../components/half-disc.tsx';
import { useWords } from '../../../i18n/use-words.ts';

type Shape = { size: number; stroke: number; 'aria-hidden'?: boolean };

const icons = {
  UNPAID: IconCircle,
  PAID: IconCircleCheckFilled,
  PARTIALLY_REFUNDED: HalfDisc,
  REFUNDED: IconArrowBackUp,
} as const satisfies Record<PaymentStatus, ComponentType<Shape>>;

/** Our word for the payment: a shape and the word, no pill. */
export function PaymentWord({ status }: { status: PaymentStatus | null }) {
  const { t, language } = useWords();
  if (status === null) return <span className={styles['unknown']}>{t('order.noWord')}</span>;
  const StatusIcon = icons[status];
  return (
    <span className={styles['payment']} data-status={status}>
      <StatusIcon size={14} stroke={1.75} aria-hidden />
      <span className={styles['cut']}>{paymentLabels[status][language]}</span>
    </span>
  );
}
