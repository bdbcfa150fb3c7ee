import './mantine.ts';
import './styles.css';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { ApiError } from './api/client.ts';
import type { DrawnHome } from './api/drawn-home.ts';
import { fetchHome } from './api/fetch-home.ts';
import { sessionQuery } from './api/queries.ts';
import { Everything } from './everything.tsx';
import { createAppRouter, fetchPage, fetchUsualPages } from './router.tsx';

/**
 * Draws the whole interface into `root`.
 * @param drawn what the server has drawn there already, whose answers are at hand: it is taken over as it is
 */
export async function mount(root: HTMLElement, drawn: DrawnHome | null): Promise<void> {
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

  const everything = (
    <StrictMode>
      <Everything queries={queries} router={router} />
    </StrictMode>
  );
  if (drawn === null) {
    root.replaceChildren();
    createRoot(root).render(everything);
    return;
  }
  // As the router's own counterpart of its server does: it then draws without the outermost boundary, as there.
  router.ssr = { manifest: undefined };
  await fetchHome(queries, drawn.publication, drawn.days);
  await router.load();
  hydrateRoot(root, everything);
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
