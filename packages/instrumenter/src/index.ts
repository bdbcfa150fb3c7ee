export { analyseIssue } from './analyse-issue.ts';
export { type LinkPlace, linkPlaces } from './link-places.ts';
export { type KnownIssue, PREVIEW_POLICY, previewEdition } from './preview/preview-edition.ts';
export { renderEdition } from './render-edition.ts';
export {
  type Addresses,
  type AnalysedEdition,
  type EditionInput,
  type FoundLink,
  type FoundSection,
  type HrefSpan,
  type IssueStructure,
  type Notice,
  UnsafeDestinationError,
  type Wishes,
} from './structure.ts';
