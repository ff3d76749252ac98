import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { paths, safeNext } from '../config/paths.ts';
import { parseOrderSearch } from '../features/orders/model/order-search.ts';
import { parseSearch, stringifySearch } from '../lib/search-params.ts';
import { Frame } from './frame/frame.tsx';
import { requireSession } from './require-session.ts';
import { FaultPage, NotFoundPage } from './routes/dead-ends.tsx';
import { OrdersPage } from './routes/orders-page.tsx';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: FaultPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  validateSearch: (raw: Record<string, unknown>): { next?: string } => (raw['next'] === undefined ? {} : { next: safeNext(raw['next']) }),
  component: lazyRouteComponent(() => import('./routes/sign-in-page.tsx'), 'SignInPage'),
});

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: ({ context, location }) => requireSession(context.queries, location.href),
  component: Frame,
  notFoundComponent: NotFoundPage,
  errorComponent: FaultPage,
});

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    redirect({ to: paths.orders, replace: true, throw: true });
  },
});

const orders = createRoute({ getParentRoute: () => frame, path: paths.orders, validateSearch: parseOrderSearch, component: OrdersPage });

const order = createRoute({
  getParentRoute: () => frame,
  path: paths.order,
  component: lazyRouteComponent(() => import('./routes/order-page.tsx'), 'OrderPage'),
});

const notifications = createRoute({
  getParentRoute: () => frame,
  path: paths.notifications,
  validateSearch: (raw: Record<string, unknown>): { resolved?: 'true' } => (raw['resolved'] === 'true' ? { resolved: 'true' } : {}),
  component: lazyRouteComponent(() => import('./routes/notifications-page.tsx'), 'NotificationsPage'),
});

const routeTree = root.addChildren([signIn, frame.addChildren([home, orders, order, notifications])]);

export const createConsoleRouter = (queries: QueryClient) =>
  createRouter({ routeTree, context: { queries }, parseSearch, stringifySearch, defaultPreload: false, scrollRestoration: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
