import type { FetchVerdict, OwnRule, OwnRulesView, RulesPreview } from '@readout/api-contract';
import { VERDICTS } from './verdicts.ts';

/** What a rule may ask for, in the order in which it is shown. */
export const CONDITIONS = ['client', 'network', 'range', 'domain'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** A rule that is being written. */
export interface DraftRule {
  /** Tells it from the others while its name changes. */
  readonly key: string;
  readonly name: string;
  readonly when: Partial<Record<Condition, string>>;
  readonly verdict: FetchVerdict;
}
export type RulesDraft = readonly DraftRule[];

/** A rule of this publication as the API takes it. */
export function draftOf(rules: OwnRulesView['rules']): RulesDraft {
  return rules.map(({ id, name, when, verdict }) => ({ key: id, name, when: filled(when), verdict }));
}

/** The rules as they are sent: what was left empty is left out. */
export function sentOf(draft: RulesDraft): OwnRule[] {
  return draft.map(({ name, when, verdict }) => {
    // What somebody typed: the server says where it is no condition.
    const typed = filled(when) as OwnRule['when'];
    return { name: name.trim(), when: typed, verdict };
  });
}

/** Whether saving would change anything. */
export function differs(draft: RulesDraft, rules: OwnRulesView['rules']): boolean {
  return JSON.stringify(sentOf(draft)) !== JSON.stringify(sentOf(draftOf(rules)));
}

/** Moves a rule by one place; at the end of the list it stays. */
export function moved(draft: RulesDraft, key: string, by: -1 | 1): RulesDraft {
  const at = draft.findIndex((one) => one.key === key);
  const rule = draft[at];
  const to = at + by;
  if (rule === undefined || to < 0 || to >= draft.length) return draft;
  return draft.toSpliced(at, 1).toSpliced(to, 0, rule);
}

/** Puts a removed rule back where it was, or as near as there is now. */
export function putBack(draft: RulesDraft, rule: DraftRule, at: number): RulesDraft {
  return draft.some((one) => one.key === rule.key) ? draft : draft.toSpliced(Math.min(at, draft.length), 0, rule);
}

/** What is missing before the server need be asked. */
export type Lack = 'name' | 'name-taken' | 'when';

export function lacksOf(draft: RulesDraft, { key, name, when }: DraftRule): Lack[] {
  const lacks: Lack[] = [];
  const isTaken = draft.some((one) => one.key !== key && one.name.trim() === name.trim());
  if (name.trim() === '') lacks.push('name');
  else if (isTaken) lacks.push('name-taken');
  if (Object.keys(filled(when)).length === 0) lacks.push('when');
  return lacks;
}

/** The server's sentences about one rule, by the field that they are about. */
export interface RuleRefusal {
  readonly name?: string;
  readonly when?: string;
  readonly conditions: Partial<Record<Condition, string>>;
}

/** @param fields what the API says is wrong, with paths such as `rules.0.when.range` */
export function refusalsOf(
  draft: RulesDraft,
  fields: readonly { readonly path: string; readonly message: string }[],
): ReadonlyMap<string, RuleRefusal> {
  const all = new Map<string, RuleRefusal>();
  for (const { path, message } of fields) {
    const [list, at = '', field, condition] = path.split('.');
    const key = draft[Number(at)]?.key;
    if (list !== 'rules' || at === '' || key === undefined) continue;
    const before = all.get(key) ?? { conditions: {} };
    const named = CONDITIONS.find((one) => one === condition);
    if (named !== undefined) {
      all.set(key, { ...before, conditions: { [named]: message, ...before.conditions } });
    } else all.set(key, field === 'name' ? { name: message, ...before } : { when: message, ...before });
  }
  return all;
}

/** How many verdicts go from each class to each other. */
export type ChangeMatrix = readonly {
  readonly from: FetchVerdict;
  readonly to: readonly { readonly verdict: FetchVerdict; readonly count: number }[];
}[];

/** @param kind null: opens and clicks together */
export function matrixOf(
  changed: RulesPreview['changed'],
  kind: RulesPreview['changed'][number]['kind'] | null,
): ChangeMatrix {
  const counted = changed.filter((one) => kind === null || one.kind === kind);
  return VERDICTS.map((from) => ({
    from,
    to: VERDICTS.map((verdict) => ({
      verdict,
      count: counted.filter((one) => one.from === from && one.to === verdict).reduce((sum, one) => sum + one.count, 0),
    })),
  }));
}

export const changesIn = (changed: readonly { readonly count: number }[]): number =>
  changed.reduce((sum, one) => sum + one.count, 0);

function filled(when: Readonly<Partial<Record<Condition, string | undefined>>>): Partial<Record<Condition, string>> {
  const entries = CONDITIONS.map((one) => [one, (when[one] ?? '').trim()] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}
