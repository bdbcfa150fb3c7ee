import { SegmentedControl } from '@mantine/core';
import type { TimeSpan } from '../../findings/time-bars.ts';
import { words } from '../../words/words.ts';

/** How much of an issue's life its curve shows, where there is a choice. */
export function SpanChoice({
  spans,
  chosen,
  onChoose,
}: {
  spans: readonly TimeSpan[];
  chosen: TimeSpan['id'];
  onChoose: (span: TimeSpan['id']) => void;
}) {
  if (spans.length < 2) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={words.pace.span}
      value={chosen}
      onChange={(value) => onChoose(spans.find((one) => one.id === value)?.id ?? 'two-days')}
      data={spans.map((one) => ({ value: one.id, label: words.pace[one.id] }))}
    />
  );
}
