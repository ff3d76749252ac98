import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import styles from './sign-in-form.module.css';
import type { Credentials } from '../api/sign-in.ts';
import { signInFault } from '../model/sign-in-fault.ts';
import { useWords } from '../../../i18n/use-words.ts';

type SignInFormProps = { busy: boolean; error: unknown; onSubmit: (credentials: Credentials) => void };

export function SignInForm({ busy, error, onSubmit }: SignInFormProps) {
  const { t } = useWords();
  const [missing, setMissing] = useState(false);
  const fault = missing ? t('signIn.missing') : error ? signInFault(error, t) : undefined;

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [email, password] = [textOf(form.get('email')).trim(), textOf(form.get('password'))];
    setMissing(!email || !password);
    if (email && password && !busy) onSubmit({ email, password });
  };

  return (
    <form className={styles['form']} onSubmit={submit} noValidate aria-label={t('signIn.title')}>
      <TextInput name="email" type="email" label={t('signIn.email')} autoComplete="username" autoFocus size="md" inputMode="email" spellCheck={false} aria-invalid={fault ? true : undefined} />
      <PasswordInput
        name="password" label={t('signIn.password')} autoComplete="current-password" size="md" aria-invalid={fault ? true : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), tabIndex: 0 }}
      />
      {fault ? (
        <p className={styles['fault']} role="alert">
          <IconAlertOctagon size={16} stroke={1.75} aria-hidden />
          <span>{fault}</span>
        </p>
      ) : null}
      <Button type="submit" variant="filled" size="md" fullWidth loading={busy}>{t('signIn.submit')}</Button>
      <p className={styles['help']}>{t('signIn.help')}</p>
    </form>
  );
}

const textOf = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '');
