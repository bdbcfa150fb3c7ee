import { useEffect } from 'react';
import { words } from '../words/words.ts';

/** Names the document: the page first, so that tabs can be told apart. */
export function useTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts, words.product].filter((one) => one !== undefined && one !== '').join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
