export { createIssue, MissingTitleError, type NewIssueRequest, type StoredIssue, saveTracked } from './create-issue.ts';
