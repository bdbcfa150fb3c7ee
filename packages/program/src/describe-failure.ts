/**
 * What to print about a failure. What has a code is known: its message says what to do, and a stack would only bury
 * it. Everything else has to be looked into; so has what Node says of wrong calls, whose codes begin with ERR_.
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isKnown = 'code' in error && typeof error.code === 'string' && !error.code.startsWith('ERR_');
  return isKnown ? error.message : (error.stack ?? error.message);
}
