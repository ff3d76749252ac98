import { Tooltip } from '@mantine/core';
import { IconBell, IconExternalLink, IconList, IconStack2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './frame.module.css';
import { Logo } from '../../components/logo.tsx';
import { paths, queuesUrl } from '../../config/paths.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useIsNarrow } from '../../lib/use-screen.ts';

const icon = { size: 18, stroke: 1.75, 'aria-hidden': true } as const;

export function SideMenu({ notices }: { notices: number }) {
  const { t } = useWords();
  return (
    <nav className={styles['menu']} aria-label={t('app.menu')}>
      <Link to={paths.orders} className={styles['brand']}>
        <Logo size={24} />
        <span className={styles['label']}>{t('app.name')}</span>
      </Link>
      <MenuTip label={t('app.orders')}>
        <Link to={paths.orders} className={styles['item']} activeOptions={{ includeSearch: false, exact: false }} aria-label={t('app.orders')}>
          <IconList {...icon} />
          <span className={styles['label']}>{t('app.orders')}</span>
        </Link>
      </MenuTip>
      <MenuTip label={t('app.notifications')}>
        <Link to={paths.notifications} className={styles['item']} activeOptions={{ includeSearch: false }} aria-label={notices > 0 ? `${t('app.notifications')}, ${t('notices.count', { count: notices, n: notices })}` : t('app.notifications')}>
          <IconBell {...icon} />
          <span className={styles['label']}>{t('app.notifications')}</span>
          {notices > 0 ? <span className={styles['badge']} aria-hidden>{notices}</span> : null}
        </Link>
      </MenuTip>
      <span className={styles['gap']} />
      <MenuTip label={t('app.queues')}>
        <a href={queuesUrl} target="_blank" rel="noreferrer" className={styles['item']} aria-label={`${t('app.queues')} (${t('app.newTab')})`}>
          <IconStack2 {...icon} />
          <span className={styles['label']}>{t('app.queues')}</span>
          <IconExternalLink size={14} stroke={1.75} className={styles['outside']} aria-hidden />
        </a>
      </MenuTip>
    </nav>
  );
}

/** Where the menu is icons alone, the word comes on hover. */
function MenuTip({ label, children }: { label: string; children: ReactNode }) {
  const isNarrow = useIsNarrow();
  return (
    <Tooltip label={label} position="right" disabled={!isNarrow}>
      <span className={styles['slot']}>{children}</span>
    </Tooltip>
  );
}
