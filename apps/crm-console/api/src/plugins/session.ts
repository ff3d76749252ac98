import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { AppError } from 'shared/errors/app-error';
import { type Caller, isApiKey } from '../auth/caller.ts';
import type { ConsoleAuth } from '../auth/console-auth.ts';
import { webHeaders } from '../auth/web-headers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null until the session is looked up, and where nobody may ask. */
    caller: Caller | null;
  }
}

export type SessionOptions = { auth: Pick<ConsoleAuth, 'sessionOf'>; apiKey: string | undefined };

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Every route in the plugin that registers this wants a session or the API key; others answer 401. */
export const session = fp<SessionOptions>(
  async (app, { auth, apiKey }) => {
    if (!app.hasRequestDecorator('caller')) app.decorateRequest('caller', null);
    app.addHook('onRequest', async (request, reply) => {
      request.caller = await findCaller(request, reply, { auth, apiKey });
      if (!request.caller) throw new AppError({ code: 'UNAUTHENTICATED' });
    });
  },
  { name: 'session' },
);

/** The API key or the session's cookie → who asks; null where it is neither. */
export async function findCaller(request: FastifyRequest, reply: FastifyReply, { auth, apiKey }: SessionOptions): Promise<Caller | null> {
  if (request.headers.authorization !== undefined) return isApiKey(request.headers.authorization, apiKey) ? { kind: 'apiKey' } : null;
  if (request.headers.cookie === undefined) return null;
  refuseOtherSites(request);
  const found = await auth.sessionOf(webHeaders(request));
  if (!found) return null;
  if (found.setCookies.length > 0) reply.header('set-cookie', found.setCookies);
  return found.caller;
}

/** The cookie is SameSite=Lax; browsers also say from where a change comes, which covers sister hosts. */
function refuseOtherSites({ method, headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (!SAFE_METHODS.has(method) && site !== undefined && site !== 'same-origin' && site !== 'none') throw new AppError({ code: 'FORBIDDEN' });
}

export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new AppError({ code: 'UNAUTHENTICATED' });
  return request.caller;
}
