export {
  type AlwaysValidDifference,
  type AlwaysValidOptions,
  type ArmSummary,
  alwaysValidDifference,
  armOfShare,
  FEWEST_ALWAYS_VALID,
  type RelativeLift,
  relativeLift,
} from './always-valid.ts';
export { type Difference, differenceBesideTime } from './beside-time.ts';
export { type ArmBelief, beliefsOfArms } from './beta-binomial.ts';
export type { Beta } from './beta-distribution.ts';
export {
  type BootstrapInterval,
  type BootstrapOptions,
  type BootstrappedMeans,
  bootstrapMeans,
  FEWEST_PAYING,
  type ValueCount,
} from './bootstrap.ts';
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
export { type ConversionForecast, FEWEST_CONVERSIONS, forecastConversions } from './forecast-conversions.ts';
export { issuesAddedUp } from './issues-added-up.ts';
export {
  type ConversionBy,
  conversionBy,
  kaplanMeier,
  type SurvivalAt,
  type SurvivalCurve,
  type SurvivalStep,
  survivalAt,
} from './kaplan-meier.ts';
export { type LogRank, logRank } from './log-rank.ts';
export { mean } from './mean.ts';
export { FEWEST_COMPARED, type MeanDifference, meanDifference } from './mean-difference.ts';
export { type MeanRange, meanRange } from './mean-range.ts';
export type { Observation } from './observation.ts';
export {
  type MeanPlan,
  peoplePerArm,
  peoplePerArmForMeans,
  type SharePlan,
  smallestLiftWith,
  type TestPlan,
} from './power.ts';
export { differenceInterval, type Share, type ShareRange, shareInterval } from './proportions.ts';
export { FEWEST_USUAL, quantiles, type UsualRange, usualRange } from './quantiles.ts';
export { type RestrictedMean, restrictedMean } from './restricted-mean.ts';
export { sampleRatioCheck, sampleRatioSequential } from './sample-ratio.ts';
export { type Random, seededRandom } from './seeded-random.ts';
export { FEWEST_BEFORE, type StandingOut, standingOut } from './standing-out.ts';
