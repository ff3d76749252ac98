import { timingSafeEqual, createHash } from 'node:crypto';
import { AppError } from 'shared/errors/app-error';
import type { StaffRole } from '../routes/me/schema.ts';

/** Who is asking: one of the staff, or a machine with the API key and full rights. */
export type StaffCaller = { kind: 'staff'; id: string; name: string; email: string; role: StaffRole };
export type Caller = StaffCaller | { kind: 'apiKey' };

/** How a caller is written into history and audit. */
export const actorOf = (caller: Caller): string => (caller.kind === 'staff' ? `staff:${caller.id}` : 'api-key');

export const roleOf = (caller: Caller): StaffRole => (caller.kind === 'staff' ? caller.role : 'owner');

/** A viewer looks and no more. */
export function requireRole(caller: Caller, ...roles: readonly StaffRole[]): void {
  if (!roles.includes(roleOf(caller))) throw new AppError({ code: 'FORBIDDEN' });
}
export const editors = ['owner', 'manager', 'order_desk'] as const satisfies readonly StaffRole[];
export const managers = ['owner', 'manager'] as const satisfies readonly StaffRole[];

const BEARER = /^Bearer +(\S+)$/i;

/** Compares in constant time; both are hashed first, so that lengths neither throw nor tell. */
export function isApiKey(authorization: string | undefined, apiKey: string | undefined): boolean {
  const given = BEARER.exec(authorization ?? '')?.[1];
  if (given === undefined || apiKey === undefined) return false;
  return timingSafeEqual(sha256(given), sha256(apiKey));
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
