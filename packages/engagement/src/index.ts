export { classify, type Fetch, type Judgement } from './classify.ts';
export { type IssueRates, issueRates, type RateCounts } from './rates.ts';
