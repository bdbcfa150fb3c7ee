export {
  type ApiKey,
  type Catalog,
  type CatalogConfig,
  InvalidCursorError,
  type Issue,
  type IssueEdition,
  type IssueTarget,
  type IssueWithStructure,
  type Link,
  type LinkTarget,
  type NewIssue,
  type Page,
  type Publication,
  type Reader,
  type ReaderUpsert,
  type Section,
  type TokenKey,
} from './catalog.ts';
export { CatalogUnavailableError, NotInCatalogError } from './errors.ts';
export { openCatalog } from './open-catalog.ts';
