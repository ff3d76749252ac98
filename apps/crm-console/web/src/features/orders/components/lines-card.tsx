import { Card } from './card.tsx';
import styles from './lines-card.module.css';
import { useWords } from '../../../i18n/use-words.ts';
import { formatMoney, formatNumber } from '../../../lib/money.ts';
import { lineAmount } from '../model/amounts.ts';
import type { Order, OrderLine } from '../model/order.ts';
import { goodsCount } from '../model/row-words.ts';

type LinesCardProps = { order: Order; asList: boolean };

/** What was ordered, each field under the name that the CRM gives it. */
export function LinesCard({ order, asList }: LinesCardProps) {
  const { t, language } = useWords();
  const isIncomplete = order.problems.includes('INCOMPLETE');
  return (
    <Card name="lines" title={t('order.lines')} beside={goodsCount(order, { t, language })} flush>
      {order.lines.length === 0 ? <p className={styles['none']}>{t('order.noLines')}</p> : asList ? <LinesList order={order} /> : <LinesTable order={order} />}
      {isIncomplete ? <p className={styles['warn']}>{t('order.incomplete')}</p> : null}
    </Card>
  );
}

function LinesTable({ order: { lines, currency } }: { order: Order }) {
  const { t, language } = useWords();
  const money = (text: string | null): string => formatMoney(text, currency, language);
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('order.product')}</th>
            <th scope="col">{t('order.productId')}<Field name="ProductID" /></th>
            <th scope="col" className={styles['number']}>{t('order.quotedPrice')}<Field name="QuotedPrice" /></th>
            <th scope="col" className={styles['number']}>{t('order.quantity')}<Field name="Quantity" /></th>
            <th scope="col" className={styles['number']}>{t('order.salePriceVat')}<Field name="SalePriceVAT" /></th>
            <th scope="col" className={styles['number']}>{t('order.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td><LineName line={line} /></td>
              <td className="mono">{line.productId ?? <span className={styles['dim']} title={t('order.noProductId')}>—</span>}</td>
              <td className={`${styles['number']} ${styles['dim']}`}>{money(line.quotedPrice)}</td>
              <td className={`${styles['number']} ${styles['strong']}`}>{formatNumber(line.quantity, language)}</td>
              <td className={styles['number']}>{money(line.salePriceVat)}</td>
              <td className={`${styles['number']} ${styles['strong']}`}>{money(lineAmount(line))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LinesList({ order: { lines, currency } }: { order: Order }) {
  const { t, language } = useWords();
  const money = (text: string | null): string => formatMoney(text, currency, language);
  return (
    <ul className={styles['list']}>
      {lines.map((line) => (
        <li key={line.id} className={styles['item']}>
          <div className={styles['pair']}>
            <LineName line={line} />
            <span className={`${styles['number']} ${styles['strong']}`}>{money(lineAmount(line))}</span>
          </div>
          <div className={styles['pair']}>
            <span className={`mono ${styles['dim']}`}>{line.productId ?? t('order.noProductId')}</span>
            <span className={styles['number']}>
              {line.quotedPrice !== null && line.quotedPrice !== line.salePriceVat ? <s className={styles['dim']}>{formatMoney(line.quotedPrice, null, language)}</s> : null}{' '}
              {money(line.salePriceVat)} <strong>× {formatNumber(line.quantity, language)}</strong>
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function LineName({ line }: { line: OrderLine }) {
  const { t, language } = useWords();
  const notes = [
    line.cancelledQuantity > 0 ? t('order.cancelled', { n: formatNumber(line.cancelledQuantity, language) }) : '',
    line.returnedQuantity > 0 ? t('order.returned', { n: formatNumber(line.returnedQuantity, language) }) : '',
  ].filter(Boolean);
  return (
    <span className={styles['name']}>
      {line.name}{line.variation && !line.name.endsWith(line.variation) ? ` · ${line.variation}` : ''}
      {line.products.length > 0 ? <span className={styles['linked']}>{line.products.map(({ name, quantity }) => `${name} ×${formatNumber(quantity, language)}`).join(' + ')}</span> : null}
      {notes.length > 0 ? <span className={styles['note']}>{notes.join(' · ')}</span> : null}
    </span>
  );
}

/** The field's name in the CRM, for those who know it by that. */
function Field({ name }: { name: string }) {
  return <span className={`mono ${styles['field']}`}>{name}</span>;
}
