import { Outlet } from '@tanstack/react-router';
import { BottomBar } from './bottom-bar.tsx';
import styles from './frame.module.css';
import { SideMenu } from './side-menu.tsx';
import { TopBar } from './top-bar.tsx';
import { useOpenNotices } from './use-open-notices.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Menu, top bar and page; on a phone page and bottom bar. */
export function Frame() {
  const { t } = useWords();
  const notices = useOpenNotices();
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content">{t('app.skip')}</a>
      <SideMenu notices={notices} />
      <div className={styles['right']}>
        <TopBar />
        <main id="content" className={styles['content']} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <BottomBar notices={notices} />
    </div>
  );
}
