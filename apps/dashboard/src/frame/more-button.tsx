import type { ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { BusyButton } from './busy-button.tsx';

/** As an infinite query has it. */
interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): Promise<unknown>;
}

/** Asks for the next page of a list, as long as there is one. */
export function MoreButton({
  list,
  children,
  ...look
}: { list: Paged; children: ReactNode } & Pick<ButtonProps, 'size' | 'mt'>) {
  if (!list.hasNextPage) return null;
  return (
    <BusyButton variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} {...look}>
      {children}
    </BusyButton>
  );
}
