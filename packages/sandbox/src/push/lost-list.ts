import { type Clock, secondsOf } from '../clock.ts';
import type { PushRecord } from '../world/types.ts';

const KEPT_S = 3 * 24 * 3600;
const PAGE = 100;

type LostMessage = { id: number; record: PushRecord };
export type LostList = ReturnType<typeof createLostList>;

/** Pushes that no attempt delivered, of the last three days; confirming is a watermark. */
export function createLostList(clock: Clock) {
  let messages: LostMessage[] = [];
  let lastId = 176_000;
  const prune = (): void => {
    const oldest = (secondsOf(clock) - KEPT_S) * 1000;
    messages = messages.filter(({ record }) => record.queuedAt >= oldest);
  };
  return {
    add: (record: PushRecord): void => {
      lastId += 1;
      messages.push({ id: lastId, record });
    },
    oldest: (): { messages: LostMessage[]; more: boolean } => {
      prune();
      return { messages: messages.slice(0, PAGE), more: messages.length > PAGE };
    },
    confirm: (upTo: number): void => {
      messages = messages.filter(({ id }) => id > upTo);
    },
    size: () => messages.length,
    clear: (): void => {
      messages = [];
    },
  };
}
