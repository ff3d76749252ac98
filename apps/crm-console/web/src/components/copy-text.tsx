import { CopyButton, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import styles from './copy-text.module.css';
import { useWords } from '../i18n/use-words.ts';

type CopyTextProps = { text: string; label: string; mono?: boolean; iconOnly?: boolean };

/** A code that a person takes along: one press copies it. */
export function CopyText({ text, label, mono = false, iconOnly = false }: CopyTextProps) {
  const { t } = useWords();
  return (
    <CopyButton value={text} timeout={1_500}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t('order.copied') : label}>
          <UnstyledButton className={styles['copy']} onClick={copy} aria-label={`${copied ? t('order.copied') : label}: ${text}`}>
            {iconOnly ? null : <span className={mono ? 'mono' : undefined}>{text}</span>}
            {copied ? <IconCheck size={iconOnly ? 16 : 13} stroke={1.75} aria-hidden /> : <IconCopy size={iconOnly ? 16 : 13} stroke={1.75} aria-hidden />}
          </UnstyledButton>
        </Tooltip>
      )}
    </CopyButton>
  );
}
