import type { ExperimentView, OfferView } from '@readout/api-contract';
import { offerSnippet } from '../../../../findings/offer-snippet.ts';
import { usePublication } from '../../../../frame/publication-context.ts';
import { growthWords } from '../../../../words/growth-words.ts';
import { CodeBlock } from '../../../create/code-block.tsx';

/** What goes into a page so that every reader sees their offer. */
export function Embed({ experiment, offers }: { experiment: ExperimentView; offers: readonly OfferView[] }) {
  const publication = usePublication();
  const say = growthWords.experiment;
  const shown = experiment.arms.flatMap(({ offer }) => offers.find(({ id }) => id === offer) ?? []);
  return (
    <section aria-labelledby="embed">
      <h2 id="embed">{say.embed}</h2>
      <p className="says">{say.embedSays}</p>
      <CodeBlock label={say.embedCode} code={offerSnippet(shown, publication.id, location.origin)} />
    </section>
  );
}
