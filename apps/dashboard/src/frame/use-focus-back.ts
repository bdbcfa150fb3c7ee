import { type RefObject, useEffect, useRef } from 'react';

/**
 * What opened something, or was waited for, takes the focus back when that is over: a form that closes and a button that
 * is disabled meanwhile would leave it nowhere. Where the focus went elsewhere, it stays there.
 */
export function useFocusBack<Taker extends HTMLElement>(isUnderWay: boolean): RefObject<Taker | null> {
  const taker = useRef<Taker>(null);
  const was = useRef(isUnderWay);
  useEffect(() => {
    if (was.current && !isUnderWay && document.activeElement === document.body) taker.current?.focus();
    was.current = isUnderWay;
  }, [isUnderWay]);
  return taker;
}
