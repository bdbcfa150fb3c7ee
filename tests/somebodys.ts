/** Opens or clicks as they were judged. */
interface Split {
  readonly events: number;
  readonly verdicts: readonly { readonly reasons: readonly { readonly name: string; readonly events: number }[] }[];
}

/**
 * How many are of a reader, whoever is thought to have caused them: robots that test are taken for robots. What carried
 * no token that holds is nobody's, and says so.
 */
export function somebodys({ events, verdicts }: Split): number {
  const nobodys = verdicts.flatMap(({ reasons }) => reasons).filter(({ name }) => name.startsWith('token_'));
  return nobodys.reduce((rest, one) => rest - one.events, events);
}
