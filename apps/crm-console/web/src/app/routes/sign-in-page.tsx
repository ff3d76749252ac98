import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import styles from './sign-in-page.module.css';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { Logo } from '../../components/logo.tsx';
import { isOutside, safeNext } from '../../config/paths.ts';
import { useSignIn } from '../../features/session/api/sign-in.ts';
import { SignInForm } from '../../features/session/components/sign-in-form.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useWords();
  const router = useRouter();
  const queries = useQueryClient();
  const next = safeNext(route.useSearch().next);
  const signIn = useSignIn();
  usePageTitle(t('signIn.title'));

  const enter = (): void => {
    queries.clear();
    if (isOutside(next)) window.location.assign(next);
    else router.history.replace(next);
  };

  return (
    <div className={styles['page']}>
      <main className={styles['card']}>
        <Logo size={40} />
        <h1 className={styles['title']}>{t('signIn.title')}</h1>
        <p className={styles['intro']}>{t('signIn.intro')}</p>
        <SignInForm busy={signIn.isPending} error={signIn.error} onSubmit={(credentials) => signIn.mutate(credentials, { onSuccess: enter })} />
      </main>
      <footer><LanguageSwitch /></footer>
    </div>
  );
}
