import { expect, test } from '@jest/globals';
import type * as contract from '@readout/api-contract';
import type { components } from './generated.ts';

type Schemas = components['schemas'];
/** Each may stand for the other: checked by the compiler (`npm run check`). */
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

/** What answers and requests look like is the contract's word, and the generated types say the same. */
const same: {
  readonly issues: Same<Schemas['IssueList'], contract.IssueList>;
  readonly report: Same<Schemas['IssueReport'], contract.IssueReport>;
  readonly publication: Same<Schemas['PublicationView'], contract.PublicationView>;
  readonly calendar: Same<Schemas['PublicationCalendar'], contract.PublicationCalendar>;
  readonly events: Same<Schemas['JudgedEventList'], contract.JudgedEventList>;
  readonly funnel: Same<Schemas['FunnelView'], contract.FunnelView>;
  readonly results: Same<Schemas['ExperimentResults'], contract.ExperimentResults>;
  readonly made: Same<Schemas['ReportView'], contract.ReportView>;
  readonly imported: Same<Schemas['ImportView'], contract.ImportView>;
  readonly draft: Same<Schemas['CreateExperimentRequest'], contract.CreateExperimentRequest>;
  readonly issue: Same<Schemas['CreateIssueRequest'], contract.CreateIssueRequest>;
} = {
  issues: true,
  report: true,
  publication: true,
  calendar: true,
  events: true,
  funnel: true,
  results: true,
  made: true,
  imported: true,
  draft: true,
  issue: true,
};

test('the generated types are the contract’s', () => {
  expect(Object.values(same)).not.toContain(false);
});
