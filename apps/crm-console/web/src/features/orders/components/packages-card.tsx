import { Card } from './card.tsx';
import { MarketplaceWord } from './marketplace-word.tsx';
import styles from './order-page.module.css';
import { CopyText } from '../../../components/copy-text.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { formatNumber } from '../../../lib/money.ts';
import type { Order } from '../model/order.ts';

export function PackagesCard({ order: { packages, channel } }: { order: Order }) {
  const { t, language } = useWords();
  return (
    <Card name="packages" title={t('order.packages')} beside={packages.length > 0 ? formatNumber(packages.length, language) : undefined}>
      {packages.length === 0 ? <p className={styles['dim']}>{t('order.noPackages')}</p> : null}
      <ul>
        {packages.map(({ number, carrier, trackingNumber, status, statusLabel }) => (
          <li key={number} className={styles['package']}>
            <span className="mono">{number}</span>
            {carrier ? <span className={styles['text2']}>{carrier}</span> : null}
            {trackingNumber ? <CopyText text={trackingNumber} label={t('order.copyTracking')} mono /> : <span className={styles['dim']}>{t('order.noTracking')}</span>}
            <span className={styles['gap']} />
            <MarketplaceWord channel={channel} word={status} label={statusLabel} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
