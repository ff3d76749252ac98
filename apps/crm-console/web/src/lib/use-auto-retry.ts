import { useEffect, useRef, useState } from 'react';
import { mayPass } from './api-error.ts';

const WAITS = [5, 10, 20, 30] as const;

type AutoRetry = { error: Error | null; busy: boolean; retry: () => void };

/** While something has failed that may pass: counts down, tries again, waits longer each time. */
export function useAutoRetry({ error, busy, retry }: AutoRetry): { secondsLeft: number | undefined; attempt: number } {
  const failed = error !== null && mayPass(error);
  const [attempt, setAttempt] = useState(1);
  const [secondsLeft, setSecondsLeft] = useState<number>(WAITS[0]);
  const latest = useRef(retry);
  useEffect(() => {
    latest.current = retry;
  });

  const [wasFailed, setWasFailed] = useState(failed);
  if (failed !== wasFailed) {
    setWasFailed(failed);
    setAttempt(1);
    setSecondsLeft(WAITS[0]);
  }

  useEffect(() => {
    if (!failed || busy) return;
    const timer = setTimeout(() => {
      if (secondsLeft > 1) {
        setSecondsLeft(secondsLeft - 1);
        return;
      }
      setSecondsLeft(WAITS[Math.min(attempt, WAITS.length - 1)] ?? 30);
      setAttempt(attempt + 1);
      latest.current();
    }, 1_000);
    return () => clearTimeout(timer);
  }, [failed, busy, secondsLeft, attempt]);

  return { secondsLeft: busy ? undefined : secondsLeft, attempt };
}
