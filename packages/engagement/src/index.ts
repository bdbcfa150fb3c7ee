export { AGENT_NOT_KEPT, type Client, clientOf } from './client.ts';
export { traitsOf } from './client-traits.ts';
export { look } from './look.ts';
export { type IssueRates, issueRates, type RateCounts } from './rates.ts';
export { type Audience, audienceOf } from './readership/audience.ts';
export {
  groupStretches,
  groupsToldFrom,
  READS_ONE_IN,
  type Stretch,
} from './readership/groups.ts';
export { SUBJECT_TRAITS, type SubjectTrait, subjectTraits } from './readership/subject-traits.ts';
export { RULE_BOOK } from './rule-book.ts';
export { asksForDomains, BUILT_IN, type OwnRule, type Rules } from './rules/own.ts';
export { DELIVERY_TELLS_MS } from './rules/timing.ts';
export type { Judgement, Message, Seen, Surroundings } from './seen.ts';
export { SETTLES_AFTER_MS, settle } from './settle.ts';
