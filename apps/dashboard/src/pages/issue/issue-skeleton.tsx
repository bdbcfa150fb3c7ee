import { Skeleton } from '@mantine/core';
import { words } from '../../words/words.ts';

/** The page's shape while its figures are on their way. */
export function IssueSkeleton() {
  return (
    <div className="page" role="status" aria-busy="true" aria-label={words.loading}>
      <div>
        <Skeleton height={14} width={60} mb={14} />
        <Skeleton height={38} width="60%" mb={10} />
        <Skeleton height={16} width={320} maw="100%" />
      </div>
      <Skeleton height={292} />
      <Skeleton height={486} />
      <div className="pair">
        <Skeleton height={320} />
        <Skeleton height={220} />
      </div>
    </div>
  );
}
