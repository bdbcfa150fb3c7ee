import { VisuallyHidden } from '@mantine/core';
import type { IssueReport } from '@readout/api-contract';
import { useEffect, useRef } from 'react';
import { ShareBar } from '../../../figures/share-bar.tsx';
import { hostOf } from '../../../findings/readership.ts';
import { numbers } from '../../../format/viewer.ts';
import { words } from '../../../words/words.ts';
import styles from './paper.module.css';

/** A link of the issue, and its share of all who clicked anything. */
export type CountedLink = IssueReport['links'][number] & { readonly share: number | null };

/** The links of an edition in its order: each shows its place, and is shown from there. */
export function LinkList({
  links,
  active,
  selected,
  onLook,
}: {
  links: readonly CountedLink[];
  active: string | null;
  /** Chosen at its place in the issue: to be brought into view. */
  selected: string | null;
  onLook: (link: string | null) => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-link="${selected}"]`) ?? null;
    if (selected === null || row === null || list.current === null) return;
    // Within the list alone: the page stays, where somebody looks at the link in the issue.
    row.focus({ preventScroll: true });
    const [box, place] = [list.current.getBoundingClientRect(), row.getBoundingClientRect()];
    list.current.scrollTop += Math.min(0, place.top - box.top) + Math.max(0, place.bottom - box.bottom);
  }, [selected]);
  const most = Math.max(0, ...links.map(({ clickers }) => clickers));
  return (
    <ol className={styles['list']} ref={list} aria-label={words.whole.looked.links}>
      {links.map((link) => {
        const text = link.text || hostOf(link.url);
        const clickers = words.whole.looked.clickers(link.clickers, numbers.count(link.clickers));
        return (
          <li key={link.id}>
            <button
              type="button"
              data-link={link.id}
              data-active={link.id === active || undefined}
              onFocus={() => onLook(link.id)}
              onBlur={() => onLook(null)}
              onMouseEnter={() => onLook(link.id)}
              onMouseLeave={() => onLook(null)}
            >
              <span className={`${styles['linkText']} theirs`}>{text}</span>
              <span className={styles['linkCount']} aria-hidden="true">
                {numbers.count(link.clickers)}
              </span>
              <VisuallyHidden>{said(link, clickers)}</VisuallyHidden>
              <span className={styles['linkKind']}>{words.links.kinds[link.kind]}</span>
              <span className={styles['linkBar']}>
                <ShareBar value={link.clickers} most={most} />
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function said({ share, machineClicks }: CountedLink, clickers: string): string {
  return [
    clickers,
    ...(share === null ? [] : [words.whole.looked.ofClickers(numbers.rate(share))]),
    ...(machineClicks === 0 ? [] : [words.whole.looked.byMachines(machineClicks, numbers.count(machineClicks))]),
  ].join(', ');
}
