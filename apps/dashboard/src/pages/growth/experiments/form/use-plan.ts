import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { experimentPlanQuery } from '../../../../api/experiment-queries.ts';
import { baselineTyped, type ExperimentDraft, MOST_EFFECT, shareTyped } from '../../../../findings/experiment-draft.ts';
import type { Currency } from '../../../../format/money.ts';

/** Any will do: the first question is what the measure was lately, and its answer says that whatever is asked. */
const ANY = { smallestEffect: 0.2, arms: 2, share: 1 } as const;
const ANY_SHARE = 0.05;
const ANY_AMOUNT = 100;

/** What a draft takes; before that, what its measure was lately. `plan` is null while the draft cannot be planned. */
export function usePlan(publication: string, draft: ExperimentDraft, currency: Currency) {
  const { measure } = draft;
  const any = { ...ANY, measure, baseline: measure === 'revenue' ? ANY_AMOUNT : ANY_SHARE };
  const first = useQuery(experimentPlanQuery(publication, any));
  const lately = first.data?.lately || null;
  const baseline = draft.baseline.trim() === '' ? lately : baselineTyped(draft, currency);
  const smallestEffect = shareTyped(draft.smallestEffect, MOST_EFFECT);
  const share = shareTyped(draft.share, 1);
  const isWhole = baseline !== null && smallestEffect !== null && share !== null;
  const asked = isWhole ? { measure, baseline, smallestEffect, share, arms: draft.arms.length } : any;
  // While a number is being typed, the plan stays as it was.
  const plan = useQuery({ ...experimentPlanQuery(publication, asked), placeholderData: keepPreviousData });
  return { lately, plan: isWhole ? plan : null };
}
