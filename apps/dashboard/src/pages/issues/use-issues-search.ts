import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type IssuesSearch, issuesSearch } from './issues-search.ts';

const route = getRouteApi('/signed-in/p/$publication/issues');

/** What is changed in a view; undefined takes something out of it. */
export type SearchChange = { readonly [Key in keyof IssuesSearch]?: IssuesSearch[Key] | undefined };

/** The view in the address, and how to change it. `step: false`: Back is not to go through it, as with each letter typed. */
export function useIssuesSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (by: SearchChange, { step = true }: { readonly step?: boolean } = {}) =>
      void navigate({
        search: (before: IssuesSearch) => issuesSearch({ ...before, ...by }),
        replace: !step,
        resetScroll: false,
      }),
    [navigate],
  );
  return { search, change };
}
