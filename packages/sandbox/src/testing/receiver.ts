import { createServer } from 'node:http';
import { z } from 'zod';
import { pushSign } from '../shopee/sign.ts';

const PushSchema = z.object({
  msg_id: z.string(),
  shop_id: z.number(),
  code: z.number(),
  timestamp: z.number(),
  data: z.record(z.string(), z.unknown()),
});
type ReceivedPush = z.infer<typeof PushSchema>;
type Answer = { status: number; body?: string };

/** A webhook that checks signatures and keeps what it got; `answer` decides what it says. */
export async function startReceiver(signed: { url: string; key: string }) {
  const received: ReceivedPush[] = [];
  const state = { wrongSignatures: 0, answer: (_push: ReceivedPush): Answer | 'none' => ({ status: 204 }) };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      if (request.headers.authorization !== pushSign(signed.key, signed.url, body)) state.wrongSignatures += 1;
      const push = PushSchema.parse(JSON.parse(body));
      received.push(push);
      const answer = state.answer(push);
      if (answer !== 'none') response.writeHead(answer.status).end(answer.body ?? '');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${String(port)}`, received, state, close };
}
