import type { TrialsView } from '@readout/api-contract';
import { endedOf, FEW_ENDED, statesOf } from '../../../findings/trials.ts';
import { spanOf } from '../../../format/spans.ts';
import { numbers } from '../../../format/viewer.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { Figure, Figures } from '../figure.tsx';
import { Term } from '../term.tsx';

/** The rate that may be relied on, large with its range; the one that is too low beside it, named as such. */
export function Conversion({ trials }: { trials: TrialsView }) {
  const say = growthWords.trials;
  const { rate, naiveRate, cohorts } = trials;
  const ended = endedOf(cohorts);
  const isFew = rate === null || ended < FEW_ENDED;
  const { running } = statesOf(cohorts);
  return (
    <section aria-labelledby="conversion">
      <h2 id="conversion">
        {isFew ? say.findingFew : say.finding(numbers.rate(rate.rate), spanOf(rate, numbers.rate))}
      </h2>
      {isFew && <p className="says">{say.fewSays(ended, numbers.count(ended))}</p>}
      <Figures>
        <Figure
          lead={!isFew}
          quiet={isFew}
          figure="rate"
          name={<Term of="kaplanMeier">{say.rate}</Term>}
          value={rate === null ? say.noRate : numbers.rate(rate.rate)}
        >
          {rate !== null && (
            <>
              {say.rateSays(numbers.times(rate.day))}
              <br />
              {say.range(spanOf(rate, numbers.rate))}
            </>
          )}
        </Figure>
        <Figure
          quiet
          figure="naive"
          name={<Term of="naiveRate">{say.naive}</Term>}
          value={naiveRate === null ? '–' : numbers.rate(naiveRate)}
        >
          {naiveRate === null ? null : say.naiveSays(running, numbers.count(running))}
        </Figure>
      </Figures>
    </section>
  );
}
