import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** `pass`: to the server; `close`: accept and close at once; `mute`: accept and never answer. */
export type ProxyMode = 'pass' | 'close' | 'mute';

export type DatabaseProxy = {
  /** The database's address through the proxy. */
  url: string;
  /** For connections that come from now on. */
  mode(mode: ProxyMode): void;
  /** Cuts the connection that next sends `text`, once the server has it: in the middle of the statement. Those that come after meet `next`. */
  cutAt(text: string, next?: ProxyMode): void;
  /** From the next `text` on nothing passes on that connection, and it stays open. */
  silenceAt(text: string): void;
  /** How many connections it closed at once. */
  refusals(): number;
  close(): Promise<void>;
};

/** A TCP proxy in front of PostgreSQL that behaves as badly as networks do. */
export async function createDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let mode: ProxyMode = 'pass';
  let refusals = 0;
  let trap: { text: string; next?: ProxyMode } | null = null;

  const server = createServer((client) => {
    keep(client);
    if (mode === 'close') {
      refusals += 1;
      return client.destroy();
    }
    if (mode === 'mute') return;
    const upstream = keep(connect(Number(target.port || 5432), target.hostname));
    let silent = false;
    client.on('data', (bytes) => {
      if (silent) return;
      upstream.write(bytes);
      if (trap === null || !bytes.includes(trap.text)) return;
      silent = true;
      if (trap.next) {
        mode = trap.next;
        client.destroy();
      }
      trap = null;
    });
    upstream.on('data', (bytes) => void (silent || client.write(bytes)));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });

  function keep(socket: Socket): Socket {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    return socket;
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(port) }).href,
    mode: (next) => void (mode = next),
    cutAt: (text, next = 'pass') => void (trap = { text, next }),
    silenceAt: (text) => void (trap = { text }),
    refusals: () => refusals,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
