/** One Ctrl-C reaches this process several times: from the terminal, from npm, from the script that started it. */
const SAME_PRESS_MS = 1_000;

/** Settles at Ctrl-C (or SIGTERM, SIGHUP). A second one, later, ends this process at once; the guard ends the others. */
export function interruption(): Promise<void> {
  let first = 0;
  return new Promise((resolve) => {
    const onSignal = (): void => {
      if (first !== 0 && Date.now() - first > SAME_PRESS_MS) process.exit(130);
      first ||= Date.now();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  });
}
