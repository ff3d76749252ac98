import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconBell, IconExternalLink, IconList, IconLogout, IconMenu2, IconMoon, IconStack2, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import styles from './frame.module.css';
import { useLeave } from './use-leave.ts';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { paths, queuesUrl } from '../../config/paths.ts';
import { useWords } from '../../i18n/use-words.ts';

const icon = { size: 22, stroke: 1.75, 'aria-hidden': true } as const;
const small = { size: 18, stroke: 1.75 } as const;

export function BottomBar({ notices }: { notices: number }) {
  const { t } = useWords();
  const leave = useLeave();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark = colorScheme === 'dark';
  return (
    <nav className={styles['bottom']} aria-label={t('app.menu')}>
      <Link to={paths.orders} className={styles['tab']} activeOptions={{ includeSearch: false }}>
        <IconList {...icon} />
        {t('app.orders')}
      </Link>
      <Link to={paths.notifications} className={styles['tab']} activeOptions={{ includeSearch: false }}>
        <span className={styles['tabIcon']}>
          <IconBell {...icon} />
          {notices > 0 ? <span className={styles['dot']}>{notices}</span> : null}
        </span>
        {t('app.notifications')}
      </Link>
      <Menu position="top-end" width={240}>
        <Menu.Target>
          <UnstyledButton className={styles['tab']}>
            <IconMenu2 {...icon} />
            {t('app.more')}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={styles['row']}>{t('app.language')}<LanguageSwitch /></div>
          <Menu.Item mih={44} leftSection={isDark ? <IconSun {...small} /> : <IconMoon {...small} />} onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>
            {isDark ? t('app.light') : t('app.dark')}
          </Menu.Item>
          <Menu.Item mih={44} component="a" href={queuesUrl} target="_blank" rel="noreferrer" leftSection={<IconStack2 {...small} />} rightSection={<IconExternalLink size={14} />}>
            {t('app.queues')}
          </Menu.Item>
          <Menu.Item mih={44} leftSection={<IconLogout {...small} />} onClick={leave}>{t('app.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
