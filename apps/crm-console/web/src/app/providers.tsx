import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useState } from 'react';
import { cssVariablesResolver, theme } from '../theme/theme.ts';
import { paths } from '../config/paths.ts';
import { createQueries } from './query-client.ts';
import { createConsoleRouter } from './router.tsx';

export function Providers() {
  const [{ queries, router }] = useState(() => {
    const queries = createQueries(() => signInAgain());
    const router = createConsoleRouter(queries);
    const signInAgain = (): void => {
      const { href, pathname } = router.state.location;
      if (pathname === paths.signIn) return;
      void router.navigate({ to: paths.signIn, search: { next: href }, replace: true }).then(() => queries.clear());
    };
    return { queries, router };
  });
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="light">
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
