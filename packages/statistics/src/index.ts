export { type Difference, differenceBesideTime } from './beside-time.ts';
export { type Change, changeOfEvents, changeOfPeople } from './change.ts';
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
export { falseDiscoveryAdjusted } from './false-discoveries.ts';
export {
  FEWEST_FINISHED,
  type FinalReaders,
  type FinishedIssue,
  finalReaders,
  type IssueSoFar,
} from './final-readers.ts';
export { issuesAddedUp } from './issues-added-up.ts';
export { mean } from './mean.ts';
export { FEWEST_COMPARED, type MeanDifference, meanDifference } from './mean-difference.ts';
export { type MeanRange, meanRange } from './mean-range.ts';
export { differenceInterval, type Share, type ShareRange, shareInterval } from './proportions.ts';
export { FEWEST_USUAL, quantiles, type UsualRange, usualRange } from './quantiles.ts';
export { FEWEST_BEFORE, type StandingOut, standingOut } from './standing-out.ts';
