import type { IssueReport } from '@readout/api-contract';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useRef } from 'react';
import { hostOf } from '../../../findings/readership.ts';
import { SideDrawer } from '../../../frame/side-drawer.tsx';
import { words } from '../../../words/words.ts';
import { wholeSearch } from '../whole/whole-search.ts';
import { Why } from './why.tsx';
import type { WhySearch } from './why-search.ts';

const route = getRouteApi('/signed-in/p/$publication/issues/$issue');

/** Answers "why?" beside the page. It is open as long as the address asks; Back and Escape close it. */
export function WhyDrawer({ issue }: Pick<IssueReport, 'issue'>) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const router = useRouter();
  const isOpen = search.why !== undefined;
  // Whether Back leads to the page without it: not where the address was opened with it.
  const wasClosed = useRef(false);
  if (!isOpen) wasClosed.current = true;
  // While it slides away it still says what it said.
  const latest = useRef<WhySearch>(search);
  if (isOpen) latest.current = search;
  const shown = latest.current;
  const ask = (next: WhySearch) =>
    void navigate({
      search: (before) => ({ ...wholeSearch({ ...before }), ...next }),
      replace: true,
      resetScroll: false,
    });
  const close = () => {
    if (!isOpen) return;
    if (wasClosed.current) router.history.back();
    else ask({});
  };
  return (
    <SideDrawer
      isOpen={isOpen}
      onClose={close}
      width="44rem"
      title={titleOf(shown, issue)}
      closeLabel={words.why.close}
    >
      {shown.why !== undefined && <Why issue={issue} search={{ ...shown, why: shown.why }} ask={ask} />}
    </SideDrawer>
  );
}

function titleOf({ why, link }: WhySearch, issue: IssueReport['issue']): string {
  if (why !== 'clicks') return words.why.opened;
  const asked = issue.links.find((one) => one.id === link);
  return asked === undefined ? words.why.clicked : words.why.clickedLink(asked.text || hostOf(asked.url));
}
