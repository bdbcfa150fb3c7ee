export type { Brand } from './brand.ts';
export { type GrowthFindings, growthReportOf } from './kinds/growth-report.ts';
export { type IssueFindings, issueReportOf } from './kinds/issue-report.ts';
export { type MonthFindings, monthReportOf } from './kinds/month-report.ts';
export { type SponsoredIssue, sponsorReportOf } from './kinds/sponsor-report.ts';
export { type Picture, pictureOf } from './picture.ts';
export { RENDERINGS, type Rendering, renderReport } from './render.ts';
