import { Button } from '@mantine/core';
import { IconBuildingStore, IconFilter, IconInbox } from '@tabler/icons-react';
import { CopyText } from '../../../components/copy-text.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { useWords } from '../../../i18n/use-words.ts';
import { formatNumber } from '../../../lib/money.ts';
import type { Condition } from '../model/order-search.ts';

export type Dropping = { condition: Condition; count: number; text: string };

type FilteredEmptyProps = {
  /** The conditions, as written on their chips. */
  conditions: { condition: Condition; words: string }[];
  /** Which one to drop, and what that gives; null: none helps; undefined: still looking. */
  dropping: Dropping | null | undefined;
  searched: boolean;
  onDrop: (condition: Condition) => void;
  onClear: () => void;
};

const icon = { size: 24, stroke: 1.75 } as const;

/** The filter matches nothing: which condition, and what dropping it gives. */
export function FilteredEmpty({ conditions, dropping, searched, onDrop, onClear }: FilteredEmptyProps) {
  const { t, language } = useWords();
  const [only] = conditions;
  const isOne = conditions.length === 1 && only;
  const title = isOne ? t('empty.filteredOne', { condition: only.words }) : t('empty.filtered', { count: conditions.length, n: formatNumber(conditions.length, language) });
  const words = dropping && conditions.find(({ condition }) => condition === dropping.condition)?.words;
  const hint = searched ? <p>{t('empty.qHint')}</p> : null;
  if (isOne) {
    return (
      <EmptyState icon={<IconFilter {...icon} />} title={title} text={hint}>
        <Button variant="filled" onClick={onClear}>{t('filters.clear')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconFilter {...icon} />} title={title}
      text={<><p>{words ? t('empty.dropping', { condition: words, count: dropping.count, n: dropping.text }) : dropping === null ? t('empty.noDrop') : t('empty.checking')}</p>{hint}</>}
    >
      {words ? <Button variant="filled" onClick={() => onDrop(dropping.condition)}>{t('empty.drop', { condition: words })}</Button> : null}
      <Button variant={words ? 'default' : 'filled'} onClick={onClear}>{t('empty.clearAll')}</Button>
    </EmptyState>
  );
}

/** No order at all: what is missing, and what to do next. */
export function NoOrders({ hasStores }: { hasStores: boolean }) {
  const { t } = useWords();
  if (hasStores) return <EmptyState icon={<IconInbox {...icon} />} title={t('empty.none')} text={t('empty.noneText')} />;
  return (
    <EmptyState icon={<IconBuildingStore {...icon} />} title={t('empty.noStore')} text={t('empty.noStoreText')}>
      <CopyText text="pnpm store:add" label={t('empty.copyCommand')} mono />
    </EmptyState>
  );
}
