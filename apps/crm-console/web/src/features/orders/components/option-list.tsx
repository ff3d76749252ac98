import { Checkbox } from '@mantine/core';
import styles from './filter-bar.module.css';
import type { Option } from '../model/filter-options.ts';

type OptionListProps = { label: string; options: readonly Option[]; chosen: readonly string[]; empty: string; onChange: (values: string[]) => void };

export function OptionList({ label, options, chosen, empty, onChange }: OptionListProps) {
  if (options.length === 0) return <p className={styles['empty']}>{empty}</p>;
  return (
    <div className={styles['options']} role="group" aria-label={label}>
      {options.map(({ value, label: word }) => (
        <Checkbox
          key={value} size="xs" className={styles['option'] ?? ''} label={word} checked={chosen.includes(value)}
          onChange={({ currentTarget: { checked } }) => onChange(checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
        />
      ))}
    </div>
  );
}
