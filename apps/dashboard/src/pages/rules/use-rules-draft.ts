import type { OwnRulesView } from '@readout/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { rulesQuery } from '../../api/verdict-queries.ts';
import { differs, draftOf, type RulesDraft } from '../../findings/rules-draft.ts';
import { drafts } from './drafts.ts';

export interface RulesDraftState {
  readonly rules: RulesDraft;
  /** The version that the draft was made from: given back with it. */
  readonly version: number;
  readonly isChanged: boolean;
  /** Edits the draft as it is then, also after the page is gone. */
  readonly edit: (change: (rules: RulesDraft) => RulesDraft) => void;
  /** From now on the draft counts as made from this version. */
  readonly rebase: (version: number) => void;
  readonly discard: () => void;
}

/** The rules as they are being written; as saved where nothing was begun. */
export function useRulesDraft(publication: string, saved: OwnRulesView): RulesDraftState {
  const queries = useQueryClient();
  const begun = useSyncExternalStore(drafts.listen, () => drafts.read(publication));
  const rules = begun?.rules ?? draftOf(saved.rules);
  const version = begun?.version ?? saved.version;
  const now = () => {
    const latest = queries.getQueryData(rulesQuery(publication).queryKey) ?? saved;
    return drafts.read(publication) ?? { version: latest.version, rules: draftOf(latest.rules) };
  };
  return {
    rules,
    version,
    isChanged: begun !== null && (version !== saved.version || differs(rules, saved.rules)),
    edit: (change) => {
      const before = now();
      drafts.write(publication, { ...before, rules: change(before.rules) });
    },
    rebase: (to) => drafts.write(publication, { ...now(), version: to }),
    discard: () => drafts.write(publication, null),
  };
}
