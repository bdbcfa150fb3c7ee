export { crowdsOf } from './crowds.ts';
export { isDelivery, isFetch, seenOf } from './fetched.ts';
export { isJudgedSo } from './is-judged-so.ts';
export { rulesOf } from './rules-of.ts';
export { type IssueFacts, settleIssue, tells } from './settle-issue.ts';
export { isSighted, SIGHTING_REACH_MS, type Sighted, saidOf, type Unsaid } from './sightings.ts';
