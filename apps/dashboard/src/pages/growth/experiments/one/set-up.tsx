import type { ExperimentView, OfferView } from '@readout/api-contract';
import { growthWords } from '../../../../words/growth-words.ts';
import { ArmsSentence, percent } from '../arms-sentence.tsx';

/** How the experiment is set up, in sentences: nothing of it changes while it runs. */
export function SetUp({ experiment, offers }: { experiment: ExperimentView; offers: readonly OfferView[] }) {
  const { experiment: say, experiments: all } = growthWords;
  const { readers, visitors, share, measure, smallestEffect, guardrails } = experiment;
  const lines = [
    `${say.takesPart(percent.format(share), say.who[readers])}${visitors ? ` ${say.withVisitors}` : ''}`,
    all.about(all.measures[measure]),
    say.smallest(percent.format(smallestEffect)),
    ...guardrails.map((one) => say.guarded(all.measures[one.measure], percent.format(one.worstChange))),
  ];
  return (
    <section aria-labelledby="set-up">
      <h2 id="set-up">{say.setUp}</h2>
      <p className="says">
        <ArmsSentence experiment={experiment} offers={offers} />
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
