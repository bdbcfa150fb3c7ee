export interface Readiness {
  readonly ok: boolean;
  /** `ok`, or what is wrong, by what is needed. */
  readonly checks: Readonly<Record<string, string>>;
}

/** Asks everything that a process needs whether it is there. */
export async function readiness(parts: Readonly<Record<string, () => Promise<unknown>>>): Promise<Readiness> {
  const checks = await Promise.all(
    Object.entries(parts).map(async ([name, ping]) => {
      const state = await ping().then(
        () => 'ok',
        () => 'not answering',
      );
      return [name, state] as const;
    }),
  );
  return { ok: checks.every(([, state]) => state === 'ok'), checks: Object.fromEntries(checks) };
}
