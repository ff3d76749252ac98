import { UnstyledButton } from '@mantine/core';
import { Fragment } from 'react';
import styles from './language-switch.module.css';
import { changeLanguage } from '../i18n/i18n.ts';
import { languages } from '../i18n/language.ts';
import { useWords } from '../i18n/use-words.ts';

const names = { vi: { short: 'VI', full: 'Tiếng Việt' }, en: { short: 'EN', full: 'English' } } as const;

export function LanguageSwitch() {
  const { t, language } = useWords();
  return (
    <div className={styles['switch']} role="group" aria-label={t('app.language')}>
      {languages.map((one, index) => (
        <Fragment key={one}>
          {index > 0 ? <span className={styles['between']} aria-hidden>/</span> : null}
          <UnstyledButton lang={one} className={styles['one']} aria-pressed={one === language} aria-label={`${names[one].short} – ${names[one].full}`} onClick={() => void changeLanguage(one)}>
            {names[one].short}
          </UnstyledButton>
        </Fragment>
      ))}
    </div>
  );
}
