import type { PaywallPositionsView } from '@readout/api-contract';
import { farthestApart } from '../../../findings/paywall-positions.ts';
import { numbers } from '../../../format/viewer.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { shareName } from './share-name.ts';

/** Whether any place of the paywall can be told from another, and what that proves. */
export function Finding({ positions }: { positions: PaywallPositionsView['positions'] }) {
  return (
    <>
      <h2 id="positions">{findingOf(positions)}</h2>
      <p className="says">{growthWords.paywall.cause}</p>
    </>
  );
}

function findingOf(positions: PaywallPositionsView['positions']): string {
  const say = growthWords.paywall;
  const apart = farthestApart(positions);
  if (apart === 'few') return say.findingFew;
  if (apart === 'none') return say.findingNone;
  const rate = (one: typeof apart.best) => numbers.rate(one.trialRate?.rate ?? null);
  return say.finding(shareName(apart.best), rate(apart.best), shareName(apart.worst), rate(apart.worst));
}
