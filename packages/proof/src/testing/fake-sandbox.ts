import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type World = {
  /** JSON of the ledger's entries, in order. */
  entries: string[];
  /** Answers of `/stats`, one after the other; the last one stays. */
  stats?: object[];
  onPlay?: () => object;
};
export type FakeSandbox = { url: string; close(): Promise<void> };

const ENTRIES_A_PAGE = 2;

/** The sandbox's control side, as far as the checker and the play ask it, over a world that a test made up. */
export async function startFakeSandbox({ entries, stats = [], onPlay }: World): Promise<FakeSandbox> {
  const server = createServer((incoming, answer) => {
    const url = new URL(incoming.url ?? '/', 'http://sandbox');
    const text = answerOf(url);
    answer.writeHead(text === null ? 404 : 200, { 'content-type': 'application/json' }).end(text ?? '{}');
  });
  const answerOf = ({ pathname, searchParams }: URL): string | null => {
    if (pathname === '/_sandbox/ledger') return ledgerPage(entries, Number(searchParams.get('cursor')));
    if (pathname === '/_sandbox/stats') return JSON.stringify(stats.length > 1 ? stats.shift() : stats[0]);
    if (pathname === '/_sandbox/play') return JSON.stringify(onPlay?.());
    return entries.find((entry) => pathname === `/_sandbox/orders/${orderSnOf(entry)}`) ?? null;
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** As text: a number that were read here would lose digits. */
function ledgerPage(entries: readonly string[], cursor: number): string {
  const next = cursor + ENTRIES_A_PAGE;
  return `{ "items": [${entries.slice(cursor, next).join(',')}], "nextCursor": ${next < entries.length ? `"${next}"` : 'null'} }`;
}

const orderSnOf = (entry: string): string | undefined => /"orderSn": "([^"]+)"/.exec(entry)?.[1];
