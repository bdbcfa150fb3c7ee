/** What is compared, as it stands in the address. */
export interface CompareSearch {
  /** Public ids of the issues, with commas. */
  readonly issues?: string;
  /** Readers as counts, not as a share of delivered. */
  readonly as?: 'counts';
  /** The first seven days, not the first two. */
  readonly span?: 'week';
}

const MOST = 6;

/** Reads it from an address, which may hold anything. */
export function compareSearch(search: Record<string, unknown>): CompareSearch {
  // An id of digits alone is read as a number.
  const given = ['string', 'number'].includes(typeof search['issues']) ? String(search['issues']) : '';
  const issues = comparedIssues(given);
  return {
    ...(issues.length > 0 && { issues: issues.join(',') }),
    ...(search['as'] === 'counts' && { as: 'counts' as const }),
    ...(search['span'] === 'week' && { span: 'week' as const }),
  };
}

export function comparedIssues(text: string | undefined): readonly string[] {
  const ids = (text ?? '').split(',').filter((id) => /^\w{1,40}$/.test(id));
  return [...new Set(ids)].slice(0, MOST);
}
