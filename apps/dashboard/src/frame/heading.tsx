import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';

let firstPath: string | null = null;

/** A page's heading. After a move to another page it takes the focus, so that a screen reader reads where one is. */
export function Heading({ children, className }: { children: ReactNode; className?: string | undefined }) {
  const ref = useRef<HTMLHeadingElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    firstPath ??= path;
    if (path === firstPath) return;
    firstPath = '';
    ref.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <h1 ref={ref} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
