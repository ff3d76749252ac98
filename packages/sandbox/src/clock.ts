/** Milliseconds since 1970; injected, so that tests choose the hour. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

export function secondsOf(clock: Clock): number {
  return Math.floor(clock() / 1000);
}
