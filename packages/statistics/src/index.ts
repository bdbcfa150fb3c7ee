export { type Difference, differenceBesideTime } from './beside-time.ts';
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
export { issuesAddedUp } from './issues-added-up.ts';
export { type MeanRange, meanRange } from './mean-range.ts';
export { FEWEST_BEFORE, type StandingOut, standingOut } from './standing-out.ts';
