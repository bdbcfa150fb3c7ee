import type { ReactNode } from 'react';

/** What may be wider or longer than its place, and then scrolls, by keyboard too. It is no landmark: its section is one. */
export function ScrollBox({
  label,
  className = 'scroll-x',
  children,
}: {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <div role="group" className={className} tabIndex={0} aria-label={label}>
      {children}
    </div>
  );
}
