import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** So many are all drawn: they can be searched with the browser, and nothing moves under whoever reads them through. */
const FEW = 250;
/** Rows drawn beyond what is seen, on each side: the next ones for Tab, and for who scrolls fast. */
const BEYOND = 15;

/** What is drawn of a list, in its order: items, and in place of those between them a gap of so many pixels. */
type Drawn =
  | { readonly kind: 'item'; readonly at: number }
  | { readonly kind: 'gap'; readonly key: string; readonly height: number };

/**
 * Of a long list in the page what is near the window, so that thousands scroll as quickly as fifty. The item that has the
 * focus and its neighbours are always drawn, wherever one scrolls to: the keyboard goes on from there.
 *
 * @param keyOf an item's name, under which its height is kept
 * @param height of an item in pixels, until it has been seen
 */
export function useWindowed<List extends HTMLElement>(count: number, keyOf: (at: number) => string, height: number) {
  const list = useRef<List>(null);
  const focused = useRef<number | null>(null);
  const [top, setTop] = useState(0);
  const isLong = count > FEW;
  const rangeExtractor = useCallback(
    (range: Range) => {
      if (!isLong) return Array.from({ length: range.count }, (_, at) => at);
      const seen = defaultRangeExtractor(range);
      const { current: at } = focused;
      const kept = at === null ? [] : [at - 1, at, at + 1].filter((one) => one >= 0 && one < range.count);
      return [...new Set([...seen, ...kept])].sort((a, b) => a - b);
    },
    [isLong],
  );
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count,
    getItemKey: keyOf,
    estimateSize: () => height,
    overscan: BEYOND,
    scrollMargin: top,
    rangeExtractor,
  });
  // What stands above the list may have become higher or lower.
  useLayoutEffect(() => {
    if (list.current !== null) setTop(Math.round(list.current.getBoundingClientRect().top + scrollY));
  });
  const drawn: Drawn[] = [];
  let end = top;
  const gap = (to: number) => {
    if (to > end)
      drawn.push({ kind: 'gap', key: `gap at ${drawn.length === 0 ? 'top' : drawn.length}`, height: to - end });
  };
  for (const item of virtualizer.getVirtualItems()) {
    gap(item.start);
    drawn.push({ kind: 'item', at: item.index });
    end = item.end;
  }
  gap(top + virtualizer.getTotalSize());
  return {
    list,
    drawn,
    /** To be the ref of each item, which has its place as `data-index`. */
    measure: virtualizer.measureElement,
    /** Of the list. */
    focus: {
      onFocus: ({ target }: FocusEvent) => {
        const at = target.closest('[data-index]')?.getAttribute('data-index');
        focused.current = at === null || at === undefined ? null : Number(at);
      },
      onBlur: () => {
        focused.current = null;
      },
    },
  };
}
