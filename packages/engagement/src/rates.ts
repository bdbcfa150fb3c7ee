/** Distinct people; see `IssueRates` for what is divided by what. */
export interface RateCounts {
  readonly delivered: number;
  readonly readers: number;
  readonly clickers: number;
}

/** Between 0 and 1 (above 1 where more read than were delivered, as forwarded mail can do); null over nothing. */
export interface IssueRates {
  /** readers ÷ delivered */
  readonly openRate: number | null;
  /** clickers ÷ delivered, also called CTR */
  readonly clickRate: number | null;
  /** clickers ÷ readers, also called CTOR */
  readonly clickToOpenRate: number | null;
}

export function issueRates({ delivered, readers, clickers }: RateCounts): IssueRates {
  return {
    openRate: share(readers, delivered),
    clickRate: share(clickers, delivered),
    clickToOpenRate: share(clickers, readers),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
