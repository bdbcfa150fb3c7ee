/** Stretches that can be chosen, in days. */
export const SPANS = [7, 30, 90, 365] as const;
export type Span = (typeof SPANS)[number];

export const USUAL_SPAN: Span = 30;

/** How many days the figures are of: a link shows the same. */
export function homeSearch(search: Record<string, unknown>): { days?: Span } {
  const days = SPANS.find((one) => one === Number(search['days']));
  return days === undefined || days === USUAL_SPAN ? {} : { days };
}
