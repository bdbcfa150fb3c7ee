import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { STANDINGS } from '../../findings/reader-groups.ts';
import { words } from '../../words/words.ts';
import { type ReadersSearch, readersSearch, USUAL_WEEKS, WEEKS } from './readers-search.ts';

/** What the page is narrowed to; it stands in the address. */
export function Choices({ search }: { search: ReadersSearch }) {
  const navigate = useNavigate({ from: '/p/$publication/readers' });
  const choose = (change: Record<string, unknown>) =>
    void navigate({ search: readersSearch({ ...search, ...change }), replace: true, resetScroll: false });
  return (
    <div className="choices">
      <SegmentedControl
        size="xs"
        aria-label={words.readers.standing}
        value={search.standing ?? ''}
        onChange={(standing) => choose({ standing })}
        data={[
          { value: '', label: words.readers.everybody },
          ...STANDINGS.map((one) => ({ value: one, label: words.segments.names[one] })),
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={words.readers.stretch}
        value={String(search.weeks ?? USUAL_WEEKS)}
        onChange={(weeks) => choose({ weeks })}
        data={WEEKS.map((weeks) => ({ value: String(weeks), label: words.readers.weeks(weeks) }))}
      />
    </div>
  );
}
