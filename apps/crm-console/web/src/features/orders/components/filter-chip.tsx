import { Popover, UnstyledButton } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import styles from './filter-bar.module.css';
import { useWords } from '../../../i18n/use-words.ts';

type FilterChipProps = { name: string; value: string | undefined; onRemove: () => void; children?: ReactNode };

/** Dashed while nothing is asked for; opens what can be chosen. Without children it can only be removed. */
export function FilterChip({ name, value, onRemove, children }: FilterChipProps) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  const isSet = value !== undefined;
  const words = isSet ? <><span className={styles['name']}>{name}:</span> <span className={styles['value']} title={value}>{value}</span></> : <><IconPlus size={14} stroke={1.75} aria-hidden /> {name}</>;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" offset={6} width={320} trapFocus>
      <span className={styles['chip']} data-set={isSet || undefined}>
        {children ? (
          <Popover.Target>
            <UnstyledButton className={styles['open']} onClick={() => setOpened(!opened)} aria-label={isSet ? `${name}: ${value}` : t('filters.add', { name })}>{words}</UnstyledButton>
          </Popover.Target>
        ) : (
          <Popover.Target><span className={styles['open']}>{words}</span></Popover.Target>
        )}
        {isSet ? <UnstyledButton className={styles['remove']} onClick={onRemove} aria-label={t('filters.remove', { name })}><IconX size={14} stroke={1.75} /></UnstyledButton> : null}
      </span>
      <Popover.Dropdown aria-label={name}>{children}</Popover.Dropdown>
    </Popover>
  );
}
