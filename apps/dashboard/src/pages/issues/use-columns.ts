import { useEffect, useMemo } from 'react';
import { type ColumnId, readColumns, rememberColumns, rememberedColumns, writeColumns } from './column-ids.ts';
import type { IssuesSearch } from './issues-search.ts';
import type { useIssuesSearch } from './use-issues-search.ts';

/**
 * The table's columns. An address that says anything about the view is shown as it stands, so that it looks the same
 * to everybody; one that says nothing gets the columns that were chosen last in this browser.
 */
export function useColumns(search: IssuesSearch, change: ReturnType<typeof useIssuesSearch>['change']) {
  const isBare = Object.keys(search).length === 0;
  useEffect(() => {
    const remembered = rememberedColumns();
    if (isBare && remembered !== undefined) change({ columns: remembered }, { step: false });
  }, [isBare, change]);
  const columns = useMemo(() => readColumns(search.columns), [search.columns]);
  return {
    columns,
    setColumns: (chosen: readonly ColumnId[]) => {
      const text = writeColumns(chosen);
      rememberColumns(text);
      change({ columns: text }, { step: false });
    },
  };
}
