import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { sessionQuery } from '../../api/queries.ts';

/** After a successful sign-in: goes to `next`, an address of this interface, or to the start. */
export function useEntering(): (next?: string) => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async (next) => {
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, { state: 'signed_in' });
    await router.invalidate();
    await router.navigate({ href: isOurs(next) ? next : '/', replace: true });
  };
}

/** Only paths of this very site: never another host, however it is written ("//host", "/\host"). */
function isOurs(next: string | undefined): next is string {
  if (next?.startsWith('/') !== true) return false;
  return URL.canParse(next, location.origin) && new URL(next, location.origin).origin === location.origin;
}
