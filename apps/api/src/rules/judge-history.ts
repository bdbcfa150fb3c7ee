import type { JudgedBy } from '@readout/catalog';
import { BUILT_IN } from '@readout/engagement';
import type { PublicationId } from '@readout/events';
import { isJudgedSo, rulesOf } from '@readout/settling';
import type { IssueFetches, Revision } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import type { Changes } from './changes.ts';
import { stretchesOf } from './judged-issue.ts';

/** A publication whose history is to be judged anew. */
export interface History {
  readonly publication: PublicationId;
  readonly issues: readonly IssueFetches[];
}

export interface Heard {
  readonly changes: Changes;
  /** So many more fetches have been judged. */
  readonly judged: (count: number) => void;
}

/** Whether a publication's history was judged by other rules than those of now: its own, or this version's. */
export function isJudgedBy(judgedBy: JudgedBy | null, rulesVersion: number): boolean {
  return judgedBy !== null && judgedBy.builtIn === BUILT_IN.version && judgedBy.rulesVersion === rulesVersion;
}

/**
 * Judges a publication's whole history by the rules of now and puts what comes out differently in place. Until the
 * answer is noted in the catalog, which is to be done once figures were made anew, the history counts as not judged: so
 * that whatever breaks it off, the next time does all of it.
 * @returns By what it was judged.
 */
export async function judgeHistory(
  deps: Pick<ApiDependencies, 'catalog' | 'warehouse'>,
  { publication, issues }: History,
  { changes, judged }: Heard,
): Promise<JudgedBy> {
  const { version, rules: own } = await deps.catalog.ownRules(publication);
  const rules = rulesOf(own);
  await deps.catalog.noteJudged(publication, null);
  async function* revisions(): AsyncGenerator<readonly Revision[]> {
    for (const issue of issues) {
      for await (const { fetches, judge } of stretchesOf(deps, publication, issue)) {
        const judgements = judge(rules);
        const some: Revision[] = [];
        for (const [at, fetch] of fetches.entries()) {
          const judgement = judgements[at];
          if (judgement === null || judgement === undefined || isJudgedSo(fetch, judgement)) continue;
          some.push({ key: fetch.key, partition: fetch.partition, ...judgement });
          if (fetch.verdict !== judgement.verdict) changes.add(fetch.verdict, judgement.verdict);
        }
        judged(fetches.length);
        if (some.length > 0) yield some;
      }
    }
  }
  await deps.warehouse.reviseVerdicts(publication, revisions());
  return { builtIn: rules.version, rulesVersion: version };
}
