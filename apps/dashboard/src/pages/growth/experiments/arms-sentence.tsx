import type { ExperimentView, OfferView } from '@readout/api-contract';
import { sharesOfArms } from '../../../findings/experiment-draft.ts';
import { locale } from '../../../format/viewer.ts';
import { growthWords } from '../../../words/growth-words.ts';

export const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });

/** "A week (50 %), control · A month (50 %)" */
export function ArmsSentence({
  experiment: { arms },
  offers,
}: {
  experiment: ExperimentView;
  offers: readonly OfferView[];
}) {
  const say = growthWords.experiments;
  const shares = sharesOfArms(arms.map(({ weight }) => weight));
  return arms.map(({ offer }, at) => {
    const name = offers.find(({ id }) => id === offer)?.name ?? say.lostOffer;
    return (
      <span key={offer}>
        {at > 0 && ' · '}
        {say.arm(name, percent.format(shares[at] ?? 0))}
        {at === 0 && `, ${say.control}`}
      </span>
    );
  });
}
