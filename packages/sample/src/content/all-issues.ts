import type { IssueText } from './issue-text.ts';
import { WEEK_01 } from './week-01.ts';

/** Every issue in the order in which they went out. */
export const ISSUE_TEXTS: readonly IssueText[] = [...WEEK_01];
