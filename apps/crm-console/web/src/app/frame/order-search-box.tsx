import { TextInput, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';
import styles from './order-search-box.module.css';
import { paths } from '../../config/paths.ts';
import { useWords } from '../../i18n/use-words.ts';

type OrderSearchBoxProps = { className?: string | undefined; autoFocus?: boolean };

/** Enter looks through all orders: what was filtered before does not hide what is searched for. `/` comes here. */
export function OrderSearchBox({ className, autoFocus = false }: OrderSearchBoxProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const shown = useRouterState({ select: ({ location }) => (location.pathname === paths.orders && typeof location.search.q === 'string' ? location.search.q : '') });
  useHotkeys([['/', () => input.current?.select()]]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const q = input.current?.value.trim();
    void navigate({ to: paths.orders, search: q ? { q } : {} });
  };
  const clear = (): void => {
    if (shown) void navigate({ to: paths.orders, search: {} });
    else if (input.current) input.current.value = '';
    input.current?.focus();
  };

  return (
    <form role="search" onSubmit={submit} className={className}>
      <TextInput
        key={shown} ref={input} defaultValue={shown} autoFocus={autoFocus} aria-label={t('app.search')} placeholder={t('app.search')} type="text" enterKeyHint="search"
        autoComplete="off" spellCheck={false} maxLength={100} leftSection={<IconSearch size={16} stroke={1.75} />} rightSectionWidth={40}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        rightSection={
          shown ? (
            <UnstyledButton className={styles['clear']} onClick={clear} aria-label={t('app.clear')}><IconX size={16} stroke={1.75} /></UnstyledButton>
          ) : (
            <kbd className={styles['key']} aria-hidden>/</kbd>
          )
        }
      />
    </form>
  );
}
