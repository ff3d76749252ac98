import { hkdfSync } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { PrismaClient } from 'shared/db/client';
import { StaffRoleSchema } from '../routes/me/schema.ts';
import type { StaffCaller } from './caller.ts';

export type SessionFound = { caller: StaffCaller; setCookies: string[] };
export type ConsoleAuth = {
  /** Answers a request under `/api/auth`. */
  handle(request: Request): Promise<Response>;
  /** Whose session a request carries; a session that is in use lives on, and its cookie with it. */
  sessionOf(headers: Headers): Promise<SessionFound | null>;
};

export type ConsoleAuthOptions = { database: PrismaClient; secretsKey: Buffer; publicOrigin: string };

const SESSION_SECONDS = 7 * 86_400;
const RENEW_AFTER_SECONDS = 3_600;
export const MIN_PASSWORD_LENGTH = 8;

/**
 * Staff sign-in with e-mail and password over our own models. Nobody can sign up: staff are made by the first start or by an owner.
 * Wrong tries are counted by `try-limit.ts`, over all replicas; better-auth's own limit is a single process's.
 */
export function createConsoleAuth({ database, secretsKey, publicOrigin }: ConsoleAuthOptions): ConsoleAuth {
  const auth = betterAuth({
    baseURL: publicOrigin,
    basePath: '/api/auth',
    secret: Buffer.from(hkdfSync('sha256', secretsKey, '', 'dongbo crm-console sessions', 32)).toString('base64'),
    trustedOrigins: (request) => [publicOrigin, ...sameHostOrigins(request)],
    database: prismaAdapter(database, { provider: 'postgresql' }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: MIN_PASSWORD_LENGTH },
    user: { modelName: 'staff', additionalFields: { role: { type: 'string', input: false, defaultValue: 'viewer' } } },
    session: { modelName: 'staffSession', expiresIn: SESSION_SECONDS, updateAge: RENEW_AFTER_SECONDS },
    account: { modelName: 'staffAccount' },
    verification: { modelName: 'staffVerification' },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // What is not an answer comes to our own error handler, instead of to the console with all that it holds.
    onAPIError: { throw: true },
    advanced: { cookiePrefix: 'dongbo', useSecureCookies: publicOrigin.startsWith('https:'), ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] } },
    logger: { disabled: true },
  });
  return {
    handle: (request) => auth.handler(request),
    async sessionOf(headers) {
      const found = await auth.api.getSession({ headers, returnHeaders: true }).catch(async (error: unknown) => {
        // The library makes every failure the same error; where the database does not answer, its own is the one to tell.
        await database.$queryRaw`SELECT 1`;
        throw error;
      });
      const { response, headers: answered } = found;
      if (!response) return null;
      const { id, name, email, role } = response.user;
      return { caller: { kind: 'staff', id, name, email, role: StaffRoleSchema.parse(role) }, setCookies: answered.getSetCookie() };
    },
  };
}

/** Set by our own route from the connection or from trusted proxies, never taken from the client. */
export const CLIENT_ADDRESS_HEADER = 'x-dongbo-client-address';

/** A page of this very host may sign in too (127.0.0.1 beside localhost); another site cannot forge Host and Origin alike with our cookies. */
function sameHostOrigins(request: Request | undefined): string[] {
  const host = request?.headers.get('host');
  return host ? [`http://${host}`, `https://${host}`] : [];
}
