import { Skeleton, type SkeletonProps } from '@mantine/core';
import { words } from '../words/words.ts';

/** Stands where something will be, in its size; to who does not see it, it says so. */
export function Loading(props: SkeletonProps) {
  return <Skeleton role="status" aria-busy="true" aria-label={words.loading} {...props} />;
}
