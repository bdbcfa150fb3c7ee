export {
  createIssue,
  MissingTitleError,
  type NewIssueRequest,
  type StoredIssue,
  trackedEditions,
} from './create-issue.ts';
