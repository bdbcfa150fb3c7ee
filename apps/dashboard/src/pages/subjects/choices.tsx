import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { words } from '../../words/words.ts';
import { STRETCHES, type SubjectsSearch, subjectsSearch } from './subjects-search.ts';

/** What the page is narrowed to; it stands in the address. */
export function Choices({ search }: { search: SubjectsSearch }) {
  const navigate = useNavigate({ from: '/p/$publication/subjects' });
  const choose = (change: Record<string, unknown>) =>
    void navigate({ search: subjectsSearch({ ...search, ...change }), replace: true, resetScroll: false });
  return (
    <div className="choices">
      <SegmentedControl
        size="xs"
        aria-label={words.subjects.audience}
        value={search.audience ?? 'everyone'}
        onChange={(audience) => choose({ audience })}
        data={[
          { value: 'everyone', label: words.subjects.audiences.everyone },
          { value: 'paying', label: words.subjects.audiences.paying },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={words.subjects.stretch}
        value={String(search.days ?? '')}
        onChange={(days) => choose({ days })}
        data={[
          ...STRETCHES.map((days) => ({ value: String(days), label: words.subjects.days[days] })),
          { value: '', label: words.subjects.ever },
        ]}
      />
    </div>
  );
}
