import { AccountMenu } from './account-menu.tsx';
import styles from './frame.module.css';
import { OrderSearchBox } from './order-search-box.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';
import { LanguageSwitch } from '../../components/language-switch.tsx';

export function TopBar() {
  return (
    <header className={styles['top']}>
      <OrderSearchBox className={styles['search']} />
      <span className={styles['gap']} />
      <LanguageSwitch />
      <SchemeSwitch />
      <AccountMenu />
    </header>
  );
}
