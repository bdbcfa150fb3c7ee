import { comparedIssues } from '../../findings/compared.ts';
import { textOf } from '../../format/address-text.ts';

/** What is compared, as it stands in the address. */
export interface CompareSearch {
  /** Public ids of the issues, with commas. */
  readonly issues?: string;
  /** Readers as counts, not as a share of delivered. */
  readonly as?: 'counts';
  /** The first seven days, not the first two. */
  readonly span?: 'week';
}

/** Reads it from an address, which may hold anything. */
export function compareSearch(search: Record<string, unknown>): CompareSearch {
  const issues = comparedIssues(textOf(search['issues']));
  return {
    ...(issues.length > 0 && { issues: issues.join(',') }),
    ...(search['as'] === 'counts' && { as: 'counts' as const }),
    ...(search['span'] === 'week' && { span: 'week' as const }),
  };
}
