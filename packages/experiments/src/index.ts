export { type Arm, type Assignment, assign, type Experiment, type Person } from './assign.ts';
export { type Offered, type Offering, offerFor } from './offer-for.ts';
