export {
  CLICK_HABIT_SPREAD,
  type EstimatedReaders,
  type EstimateOptions,
  estimatedReaders,
  FEWEST_CLICKERS,
  type IssueClicks,
  type Range,
  type Refusal,
} from './estimated-readers.ts';
export { issuesAddedUp } from './issues-added-up.ts';
export { differenceInterval, type Share, type ShareRange, shareInterval } from './proportions.ts';
export { FEWEST_BEFORE, type StandingOut, standingOut } from './standing-out.ts';
