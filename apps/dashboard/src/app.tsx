import './mantine.ts';
import './styles.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api/client.ts';
import { sessionQuery } from './api/queries.ts';
import { createAppRouter, fetchPage, fetchUsualPages } from './router.tsx';
import { theme } from './theme.ts';

/** Draws the whole interface into `root`. */
export function mount(root: HTMLElement): void {
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: { queries: { retry: retryWhereItMayHelp, staleTime: 5_000 } },
  });
  const router = createAppRouter(queries);
  fetchPage(router);
  const isThere = router.subscribe('onRendered', ({ toLocation }) => {
    if (!toLocation.pathname.startsWith('/p/')) return;
    isThere();
    whenIdle(fetchUsualPages);
  });

  /** A session that ran out while working: sign in again, and come back to the same page. */
  function leaveWhenSignedOut(error: Error): void {
    if (!(error instanceof ApiError) || error.status !== 401) return;
    if (queries.getQueryData(sessionQuery.queryKey)?.state !== 'signed_in') return;
    queries.setQueryData(sessionQuery.queryKey, { state: 'signed_out' });
    void router.invalidate();
  }

  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          <Notifications position="bottom-center" limit={3} />
          <RouterProvider router={router} />
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

/** What the server refused it will refuse again; a lost connection or a busy server may be back in a moment. */
function retryWhereItMayHelp(failures: number, error: Error): boolean {
  const mayHelp = !(error instanceof ApiError) || error.status === 0 || error.status >= 502;
  return mayHelp && failures < 2;
}

/** Once the page has nothing to do, and not where the reader wants to save data. */
function whenIdle(then: () => void): void {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData: boolean } };
  if (connection?.saveData) return;
  if ('requestIdleCallback' in globalThis) requestIdleCallback(then, { timeout: 5_000 });
  else setTimeout(then, 2_000);
}
