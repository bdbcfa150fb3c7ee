import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { createAppRouter } from './router.tsx';
import { theme } from './theme.ts';

/** The whole interface, in a browser and on the server alike. */
export function Everything({ queries, router }: { queries: QueryClient; router: ReturnType<typeof createAppRouter> }) {
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Notifications position="bottom-center" limit={3} />
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>
  );
}
