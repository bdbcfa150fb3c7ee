export type { Brand } from './brand.ts';
export type { ReportContext } from './kinds/frame.ts';
export { growthReportOf } from './kinds/growth-report.ts';
export { issueReportOf } from './kinds/issue-report.ts';
export { monthReportOf } from './kinds/month-report.ts';
export { type SponsoredIssue, sponsorReportOf } from './kinds/sponsor-report.ts';
export { pictureOf } from './picture.ts';
export { type Rendering, renderReport } from './render.ts';
export { type Render, RenderersBusyError, renderersInThreads } from './renderers.ts';
