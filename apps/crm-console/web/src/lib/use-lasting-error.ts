import { useState } from 'react';

/** An error until the next try has ended well: it does not flicker away while that try is under way. */
export function useLastingError(error: Error | null, busy: boolean): Error | null {
  const [kept, setKept] = useState(error);
  if (error !== null && error !== kept) setKept(error);
  if (error === null && kept !== null && !busy) setKept(null);
  return error ?? kept;
}
