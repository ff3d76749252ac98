import { Button } from '@mantine/core';
import { IconAlertOctagon, IconRefresh } from '@tabler/icons-react';
import { CopyText } from './copy-text.tsx';
import styles from './error-banner.module.css';
import { useWords } from '../i18n/use-words.ts';
import { causeOf } from '../lib/error-words.ts';
import { ApiError, mayPass } from '../lib/api-error.ts';

type ErrorBannerProps = {
  title: string;
  error: unknown;
  /** What is not lost. */
  safe?: string;
  /** Seconds until it tries again by itself; undefined while it is trying. */
  secondsLeft?: number | undefined;
  attempt: number;
  onRetry: () => void;
};

/** Cause, then remedy; the rows below stay. */
export function ErrorBanner({ title, error, safe, secondsLeft, attempt, onRetry }: ErrorBannerProps) {
  const { t } = useWords();
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  const retrying = mayPass(error)
    ? [secondsLeft === undefined ? t('errors.retrying') : t('errors.retryIn', { count: secondsLeft }), ...(attempt > 1 ? [t('errors.attempt', { n: attempt })] : [])]
    : [];
  return (
    <div className={styles['banner']} role="alert">
      <IconAlertOctagon size={18} stroke={1.75} className={styles['icon']} aria-hidden />
      <div className={styles['words']}>
        <p className={styles['cause']}><strong>{title}</strong> {causeOf(error, t)} {safe}</p>
        <p className={styles['small']} aria-live="off">
          {retrying.join(' · ')}
          {requestId ? <>{retrying.length > 0 ? ' · ' : ''}{t('errors.requestId')} <CopyText text={requestId} label={t('errors.copyRequest')} mono /></> : null}
        </p>
      </div>
      <Button className={styles['retry']} leftSection={<IconRefresh size={16} stroke={1.75} />} onClick={onRetry}>{t('errors.retryNow')}</Button>
    </div>
  );
}
