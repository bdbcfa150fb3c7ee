import type { ReadersEstimate } from '@readout/api-contract';
import { Defined } from '../../figures/defined.tsx';
import { numbers } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';

/** The estimate over all the issues: where single ones have too few clicks, together they may have enough. */
export function HiddenReaders({ estimate, issues }: { estimate: ReadersEstimate; issues: number }) {
  return (
    <section aria-labelledby="hidden-readers">
      <h2 id="hidden-readers">
        <Defined term="estimatedReaders">
          {estimate.ok
            ? words.machines.estimateFinding(numbers.count(estimate.readers.low), numbers.count(estimate.readers.high))
            : words.machines.estimate}
        </Defined>
      </h2>
      {estimate.ok ? (
        <>
          <p>{words.machines.estimateCounted(numbers.count(estimate.counted), issues, numbers.count(issues))}</p>
          <p className="dim">
            {words.machines.estimateHidden(
              numbers.count(estimate.hiddenReaders.low),
              numbers.count(estimate.hiddenReaders.high),
              numbers.count(estimate.hiddenRecipients),
            )}
          </p>
        </>
      ) : (
        <p className="dim">{`${words.issue.noEstimate}. ${words.refused[estimate.reason]}`}</p>
      )}
    </section>
  );
}
