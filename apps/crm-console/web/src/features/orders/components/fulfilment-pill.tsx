import { IconCircleCheckFilled, IconCircleDashed, IconCircleX, IconTruck } from '@tabler/icons-react';
import { fulfilmentLabels, type FulfilmentStatus } from 'shared/domain/order-words';
import type { ComponentType } from 'react';
import styles from './words.module.css';
import { HalfDisc } from '../../../components/half-disc.tsx';
import { useWords } from '../../../i18n/use-words.ts';

type Shape = { size: number; stroke: number; 'aria-hidden'?: boolean };

const icons = {
  NOT_SHIPPED: IconCircleDashed,
  READY_TO_SHIP: HalfDisc,
  IN_TRANSIT: IconTruck,
  DELIVERED: IconCircleCheckFilled,
  CANCELLED: IconCircleX,
} as const satisfies Record<FulfilmentStatus, ComponentType<Shape>>;

/** Our word for where the goods are: a tinted pill with its shape. */
export function FulfilmentPill({ status }: { status: FulfilmentStatus | null }) {
  const { t, language } = useWords();
  if (status === null) return <span className={styles['unknown']}>{t('order.noWord')}</span>;
  const StatusIcon = icons[status];
  return (
    <span className={styles['pill']} data-status={status}>
      <StatusIcon size={14} stroke={2} aria-hidden />
      {fulfilmentLabels[status][language]}
    </span>
  );
}
