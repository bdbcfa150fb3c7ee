/** No chart shows more places than that. */
const MOST_PLACES = 1_000;

/**
 * A curve told at some places, told at every whole place from 0 on: between two it stays as it was where it is a stair, and
 * is unknown elsewhere.
 */
export function filled<Value>(
  points: readonly { readonly x: number; readonly value: Value }[],
  to: number,
  isStepped: boolean,
): { readonly x: number; readonly value: Value | null }[] {
  const sorted = points.toSorted((one, other) => one.x - other.x);
  let next = 0;
  let current: Value | null = null;
  return Array.from({ length: Math.min(MOST_PLACES, Math.floor(to) + 1) }, (_, x) => {
    let here: Value | null = null;
    for (let point = sorted[next]; point !== undefined && point.x <= x + 1e-9; point = sorted[++next]) {
      current = point.value;
      if (Math.abs(point.x - x) < 0.5) here = point.value;
    }
    return { x, value: isStepped ? current : here };
  });
}
