import { request } from 'undici';
import { z } from 'zod';

const StatsSchema = z.object({
  orders: z.int(),
  pushesSent: z.int(),
  acknowledged: z.int(),
  apiCalls: z.record(z.string(), z.int()),
});
export type SandboxStats = z.infer<typeof StatsSchema>;

const PlayedSchema = z.object({
  orders: z.int(),
  moves: z.int(),
  pushes: z.int(),
  acknowledged: z.int(),
  lost: z.int(),
  dropped: z.int(),
  pending: z.int(),
  seconds: z.number(),
});
export type Played = z.infer<typeof PlayedSchema>;

export type PlayOrders = { orders: number; ordersPerSecond?: number; concurrency?: number; waitMs?: number };

/** The sandbox's control side, as far as plays need it. */
export type SandboxControl = {
  stats(): Promise<SandboxStats>;
  /** Answers when every push is acknowledged or given up. */
  play(given: PlayOrders): Promise<Played>;
};

export function createSandboxControl(sandboxUrl: string): SandboxControl {
  const url = (action: string): string => `${sandboxUrl}/_sandbox/${action}`;
  return {
    stats: async () => StatsSchema.parse(await answerOf(request(url('stats')))),
    play: async (given) =>
      PlayedSchema.parse(
        await answerOf(
          request(url('play'), {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(given),
            headersTimeout: 0, // a play answers when it is over, which may take hours
            bodyTimeout: 0,
          }),
        ),
      ),
  };
}

async function answerOf(sent: ReturnType<typeof request>): Promise<unknown> {
  const { statusCode, body } = await sent;
  const text = await body.text();
  if (statusCode >= 300) throw new Error(`the sandbox refused with ${statusCode}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}
