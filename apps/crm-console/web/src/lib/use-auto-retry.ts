import { useEffect, useRef, useState } from 'react';

const WAITS = [5, 10, 20, 30] as const;

type AutoRetry = { failed: boolean; busy: boolean; retry: () => void };

/** While something has failed: counts down, tries again, waits longer each time. */
export function useAutoRetry({ failed, busy, retry }: AutoRetry): { secondsLeft: number | undefined; attempt: number } {
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
