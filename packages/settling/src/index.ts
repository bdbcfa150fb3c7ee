export { crowdsOf } from './crowds.ts';
export { isFetch, seenOf } from './fetched.ts';
export { type IssueFacts, settleIssue } from './settle-issue.ts';
