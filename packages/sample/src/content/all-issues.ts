import type { IssueText } from './issue-text.ts';
import { WEEK_01 } from './week-01.ts';
import { WEEK_02 } from './week-02.ts';
import { WEEK_03 } from './week-03.ts';
import { WEEK_04 } from './week-04.ts';
import { WEEK_05 } from './week-05.ts';
import { WEEK_06 } from './week-06.ts';
import { WEEK_07 } from './week-07.ts';
import { WEEK_08 } from './week-08.ts';
import { WEEK_09 } from './week-09.ts';
import { WEEK_10 } from './week-10.ts';
import { WEEK_11 } from './week-11.ts';
import { WEEK_12 } from './week-12.ts';

/** Every issue in the order in which they went out. */
export const ISSUE_TEXTS: readonly IssueText[] = [
  ...WEEK_01,
  ...WEEK_02,
  ...WEEK_03,
  ...WEEK_04,
  ...WEEK_05,
  ...WEEK_06,
  ...WEEK_07,
  ...WEEK_08,
  ...WEEK_09,
  ...WEEK_10,
  ...WEEK_11,
  ...WEEK_12,
];
