import type { RulesPreview } from '@readout/api-contract';
import type { Issue, NewOwnRule, Publication } from '@readout/catalog';
import type { IssueId } from '@readout/events';
import { rulesOf } from '@readout/settling';
import type { IssueFetches, JudgedFetch } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import { Changes } from './changes.ts';
import { type JudgedStretch, stretchesOf } from './judged-issue.ts';

const DAY_MS = 86_400_000;
const MOST_SHOWN = 20;
/** Examples of one change: so that others are shown as well. */
const MOST_ALIKE = 5;

type Rules = ReturnType<typeof rulesOf>;
type Example = RulesPreview['examples'][number] & { readonly of: IssueId };

/** After so much no further issue is looked at. */
export interface PreviewLimits {
  readonly fetches: number;
  readonly ms: number;
}
const PREVIEW_LIMITS: PreviewLimits = { fetches: 1_000_000, ms: 10_000 };

interface IssueChange {
  readonly issue: IssueId;
  changed: number;
  readonly readers: { before: number; after: number };
  readonly clicks: { before: number; after: number };
}

/** What these rules would change against those of now, over the last so many days. Writes nothing. */
export async function previewOf(
  deps: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  { id: publication }: Publication,
  { rules, days }: { readonly rules: readonly NewOwnRule[]; readonly days: number },
  limits: PreviewLimits = PREVIEW_LIMITS,
): Promise<RulesPreview> {
  const to = deps.clock();
  const from = to - days * DAY_MS;
  const now = rulesOf((await deps.catalog.ownRules(publication)).rules);
  const then = rulesOf(rules);
  const issues = await deps.warehouse.issuesWithFetches({ publication, from });
  const comparison = new Comparison(from, now, then);
  const begun = performance.now();
  let fetches = 0;
  let lookedAt = 0;
  for (const issue of issues) {
    fetches += issue.fetches;
    const isTooMuch = fetches > limits.fetches || performance.now() - begun > limits.ms;
    if (lookedAt > 0 && isTooMuch) break;
    await comparison.add(issue, stretchesOf(deps, publication, issue));
    lookedAt += 1;
  }
  const names = await titlesOf(deps, publication, comparison.shown());
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    issuesLookedAt: lookedAt,
    issues: issues.length,
    ...comparison.view(names),
  };
}

/** Verdicts by two sets of rules, held against each other. */
class Comparison {
  readonly #from: number;
  readonly #now: Rules;
  readonly #then: Rules;
  readonly #changes = { opened: new Changes(), clicked: new Changes() };
  readonly #byIssue: IssueChange[] = [];
  readonly #examples: Example[] = [];
  readonly #alike = new Map<string, number>();
  #judged = 0;

  constructor(from: number, now: Rules, then: Rules) {
    this.#from = from;
    this.#now = now;
    this.#then = then;
  }

  async add({ issue }: IssueFetches, stretches: AsyncIterable<JudgedStretch>): Promise<void> {
    const change: IssueChange = {
      issue,
      changed: 0,
      readers: { before: 0, after: 0 },
      clicks: { before: 0, after: 0 },
    };
    for await (const stretch of stretches) this.#compare(change, stretch);
    if (change.changed === 0) return;
    this.#byIssue.push(change);
    this.#byIssue.sort((a, b) => b.changed - a.changed).splice(MOST_SHOWN);
  }

  #compare(change: IssueChange, { fetches, judge }: JudgedStretch): void {
    const [before, after] = [judge(this.#now), judge(this.#then)];
    const [readersBefore, readersAfter] = [new Set<unknown>(), new Set<unknown>()];
    for (const [at, fetch] of fetches.entries()) {
      const [old, next] = [before[at], after[at]];
      if (old === null || old === undefined || next === null || next === undefined) continue;
      const { kind, time, reader } = fetch;
      if (isByPerson(old.verdict)) {
        readersBefore.add(reader);
        if (kind === 'clicked') change.clicks.before += 1;
      }
      if (isByPerson(next.verdict)) {
        readersAfter.add(reader);
        if (kind === 'clicked') change.clicks.after += 1;
      }
      if (time >= this.#from) this.#judged += 1;
      if (old.verdict === next.verdict) continue;
      change.changed += 1;
      if (time < this.#from) continue;
      this.#changes[kind].add(old.verdict, next.verdict);
      this.#show(change.issue, fetch, {
        before: { verdict: old.verdict, reasons: [...old.reasons] },
        after: { verdict: next.verdict, reasons: [...next.reasons] },
      });
    }
    // All of a reader's fetches are in one stretch.
    change.readers.before += readersBefore.size;
    change.readers.after += readersAfter.size;
  }

  #show(of: IssueId, { kind, time, network, fetch }: JudgedFetch, verdicts: Pick<Example, 'before' | 'after'>): void {
    const key = `${kind} ${verdicts.before.verdict} ${verdicts.after.verdict}`;
    const alike = this.#alike.get(key) ?? 0;
    if (alike === MOST_ALIKE || this.#examples.length === MOST_SHOWN) return;
    this.#alike.set(key, alike + 1);
    this.#examples.push({
      of,
      issue: '',
      kind,
      time: new Date(time).toISOString(),
      client: fetch.client,
      network: network ?? 'unknown',
      ...verdicts,
    });
  }

  /** The issues that are to be named. */
  shown(): ReadonlySet<IssueId> {
    return new Set([...this.#byIssue.map(({ issue }) => issue), ...this.#examples.map(({ of }) => of)]);
  }

  view(named: ReadonlyMap<IssueId, Issue>): Pick<RulesPreview, 'judged' | 'changed' | 'byIssue' | 'examples'> {
    const kinds = ['opened', 'clicked'] as const;
    return {
      judged: this.#judged,
      changed: kinds.flatMap((kind) => this.#changes[kind].all().map((one) => ({ kind, ...one }))),
      byIssue: this.#byIssue.flatMap(({ issue, ...change }) => {
        const known = named.get(issue);
        if (known === undefined) return [];
        return [{ id: known.publicId, title: known.title, sentAt: known.sentAt?.toISOString() ?? null, ...change }];
      }),
      examples: this.#examples.flatMap(({ of, ...example }) => {
        const issue = named.get(of)?.publicId;
        return issue === undefined ? [] : [{ ...example, issue }];
      }),
    };
  }
}

function isByPerson(verdict: JudgedFetch['verdict']): boolean {
  return verdict === 'human' || verdict === 'proxied';
}

async function titlesOf(
  { catalog }: Pick<ApiDependencies, 'catalog'>,
  publication: Publication['id'],
  wanted: ReadonlySet<IssueId>,
): Promise<ReadonlyMap<IssueId, Issue>> {
  const issues = await catalog.allIssues(publication);
  return new Map(issues.filter(({ id }) => wanted.has(id)).map((issue) => [issue.id, issue]));
}
