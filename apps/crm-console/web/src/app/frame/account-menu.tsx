import { Menu, UnstyledButton } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import styles from './account-menu.module.css';
import { useLeave } from './use-leave.ts';
import { meQuery } from '../../features/session/api/me.ts';
import { useWords } from '../../i18n/use-words.ts';

export function AccountMenu() {
  const { t } = useWords();
  const { data: me } = useQuery(meQuery);
  const leave = useLeave();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={styles['avatar']} aria-label={me ? `${t('app.account')}: ${me.name}` : t('app.account')}>{me ? initialsOf(me.name) : ''}</UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {me ? (
          <div className={styles['who']}>
            <p className={styles['name']}>{me.name}</p>
            <p className={styles['small']}>{me.email}</p>
            <p className={styles['small']}>{t(`roles.${me.role}`)}</p>
          </div>
        ) : null}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} />} onClick={leave}>{t('app.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** `Lan Mẫu` → `LM` */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}
