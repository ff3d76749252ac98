import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { AppError } from 'shared/errors/app-error';
import { z } from 'zod';
import type { ConsoleAuth } from '../../auth/console-auth.ts';
import type { Try, TryLimit } from '../../auth/try-limit.ts';
import { webHeaders } from '../../auth/web-headers.ts';
import { errorsOf } from '../../schemas/errors.ts';
import { ChangePasswordSchema, SignedInSchema, SignedOutSchema, SignInSchema } from './schema.ts';

export type AuthRoutesOptions = { auth: ConsoleAuth; tryLimit: TryLimit; publicOrigin: string };

/**
 * The doors of better-auth that staff need, and no others: sign in, sign out, change one's password. What it refuses looks like every
 * other error of the house; a wrong password and an unknown e-mail look alike.
 */
export const authRoutes: FastifyPluginAsyncZod<AuthRoutesOptions> = async (app, { auth, tryLimit, publicOrigin }) => {
  const tags = ['auth'];

  app.post('/sign-in/email', {
    schema: { tags, summary: 'Sign in; answers with the session’s cookie', body: SignInSchema, response: { 200: SignedInSchema, ...errorsOf(400, 403, 429) } },
    handler: (request, reply) => {
      const attempt = { account: request.body.email, address: request.ip };
      return tried(reply, attempt, () => pass(request, reply, { ...request.body, email: request.body.email.toLowerCase() }));
    },
  });

  app.post('/sign-out', {
    schema: { tags, summary: 'Sign out; ends the session', response: { 200: SignedOutSchema, ...errorsOf(403) } },
    handler: async (request, reply) => SignedOutSchema.parse(await pass(request, reply, {})),
  });

  app.post('/change-password', {
    schema: { tags, summary: 'Change one’s own password', body: ChangePasswordSchema, response: { 200: SignedInSchema, ...errorsOf(400, 403, 429) } },
    handler: async (request, reply) => {
      const found = await auth.sessionOf(webHeaders(request));
      if (!found) throw new AppError({ code: 'UNAUTHENTICATED' });
      return tried(reply, { account: found.caller.email, address: request.ip }, () => pass(request, reply, request.body));
    },
  });

  async function tried(reply: FastifyReply, attempt: Try, act: () => Promise<unknown>): Promise<z.infer<typeof SignedInSchema>> {
    const verdict = await tryLimit.begin(attempt).catch((error: unknown) => {
      throw new AppError({ code: 'QUEUE_UNAVAILABLE', cause: error });
    });
    if (verdict.outcome === 'locked') {
      reply.header('retry-after', verdict.retryAfterSeconds);
      throw new AppError({ code: 'TOO_MANY_TRIES' });
    }
    const answer = SignedInSchema.parse(await act());
    await tryLimit.succeed(attempt);
    return answer;
  }

  /** Hands a request on, its cookies back, and gives what was answered. */
  async function pass(request: FastifyRequest, reply: FastifyReply, body: unknown): Promise<unknown> {
    const headers = webHeaders(request);
    headers.set('content-type', 'application/json');
    headers.delete('content-length');
    const response = await auth.handle(new Request(new URL(request.url, publicOrigin), { method: 'POST', headers, body: JSON.stringify(body) }));
    if (!response.ok) throw refusal(response.status);
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    return response.json();
  }
};

function refusal(status: number): AppError {
  if (status === 400 || status === 401) return new AppError({ code: 'SIGN_IN_REFUSED' });
  return new AppError({ code: status === 403 ? 'FORBIDDEN' : 'INTERNAL' });
}
