import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { comparedIssues, MOST_COMPARED } from '../../findings/compared.ts';
import type { IssuesSearch } from './issues-search.ts';
import type { useIssuesSearch } from './use-issues-search.ts';

/** The issues chosen to compare: in the address, so that they are still chosen after a look at one of them. */
export function useChosen(search: IssuesSearch, change: ReturnType<typeof useIssuesSearch>['change']) {
  const chosen = useMemo(() => comparedIssues(search.chosen), [search.chosen]);
  const [isRefused, setRefused] = useState(false);
  const latest = useRef(chosen);
  useEffect(() => {
    latest.current = chosen;
  }, [chosen]);
  // The same function for every row and every choice: rows that did not change are not drawn anew.
  const choose = useCallback(
    (issue: string) => {
      const before = latest.current;
      const others = before.filter((one) => one !== issue);
      const refused = others.length === before.length && before.length >= MOST_COMPARED;
      setRefused(refused);
      if (refused) return;
      const now = others.length < before.length ? others : [...before, issue];
      latest.current = now;
      change({ chosen: now.join(',') }, { step: false });
    },
    [change],
  );
  return {
    chosen,
    // Only as long as it is so: Back may have taken some out meanwhile.
    isFull: isRefused && chosen.length >= MOST_COMPARED,
    choose,
    letGo: () => change({ chosen: undefined }, { step: false }),
  };
}
