export { type Attempt, Attempts } from './attempts.ts';
export { digestOf, sameSecret } from './digest.ts';
export { SealBrokenError, seal, unseal } from './sealed.ts';
