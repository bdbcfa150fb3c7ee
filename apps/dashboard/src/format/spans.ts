import { words } from '../words/words.ts';

/** From one end to the other, or the one figure that both are written as. */
export function spanOf(
  { low, high }: { readonly low: number; readonly high: number },
  write: (value: number) => string,
): string {
  const [from, to] = [write(low), write(high)];
  return from === to ? from : words.usual.span(from, to);
}
