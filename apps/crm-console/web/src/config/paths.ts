/** The only place with addresses. Pages of the web app first, then those that the browser leaves it for. */
export const paths = {
  orders: '/orders',
  order: '/orders/$orderId',
  notifications: '/notifications',
  signIn: '/sign-in',
} as const;

export const queuesUrl = '/queues';

/** Where a person may be sent after signing in: pages of this host, nothing else. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith(paths.signIn) ? next : paths.orders;
}

/** Pages that are not the web app's: the browser must load them. */
export const isOutside = (path: string): boolean => path === queuesUrl || path.startsWith(`${queuesUrl}/`) || path.startsWith('/api/');
