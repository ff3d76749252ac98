import { Modal } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import styles from './shortcut-help.module.css';
import pageStyles from './orders-page.module.css';
import { useWords } from '../../i18n/use-words.ts';

/** The keys of the list: the usual ones in the footer, all of them by `?`. */
export function ShortcutHelp() {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  useHotkeys([['shift+?', open], ['?', open]]);
  const all = [[['/'], t('keys.search')], [['J', 'K'], t('keys.move')], [['Enter'], t('keys.open')], [['.'], t('keys.showNew')], [['Esc'], t('keys.close')], [['?'], t('keys.help')]] as const;
  return (
    <span className={pageStyles['keys']}>
      <kbd>J</kbd><kbd>K</kbd> {t('keys.move')} <kbd>Enter</kbd> {t('keys.open')}
      <button type="button" className={styles['help']} onClick={open}><kbd>?</kbd> {t('keys.help')}</button>
      <Modal opened={opened} onClose={close} title={t('keys.title')} size={320} closeButtonProps={{ 'aria-label': t('app.close') }}>
        <dl className={styles['list']}>
          {all.map(([keys, does]) => (
            <div key={does} className={styles['entry']}>
              <dt>{does}</dt>
              <dd className={pageStyles['keys']}>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </span>
  );
}
