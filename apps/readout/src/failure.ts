/** Codes of failures that are the operator's to mend: their message says how, and a stack would only bury it. */
const EXPECTED = new Set([
  'PORT_IN_USE',
  'DATA_DIRECTORY',
  'FOLDER_IN_USE',
  'INVALID_CONFIGURATION',
  'INVALID_PROXY_RANGE',
  'WAREHOUSE_UNAVAILABLE',
  'WAREHOUSE_TOO_NEW',
  'CATALOG_UNAVAILABLE',
  'LOG_UNAVAILABLE',
  'EACCES',
]);

/** What to print about a failure to start: a sentence where it is an expected one, everything otherwise. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && EXPECTED.has(code)) return error.message;
  return error.stack ?? error.message;
}
