export { createIssue, MissingTitleError, type NewIssueRequest, type StoredIssue } from './create-issue.ts';
