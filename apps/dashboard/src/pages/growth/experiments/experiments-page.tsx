import type { OfferView } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { experimentsQuery } from '../../../api/experiment-queries.ts';
import { offersQuery } from '../../../api/offer-queries.ts';
import { Loading } from '../../../frame/loading.tsx';
import { Failed } from '../../../frame/message.tsx';
import { usePublication } from '../../../frame/publication-context.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { GrowthPage } from '../growth-page.tsx';
import { Experiments } from './list/experiments.tsx';
import { Offers } from './offers/offers.tsx';

/** What is offered, and what is tried out. */
export function ExperimentsPage() {
  const publication = usePublication();
  const say = growthWords.offers;
  return (
    <GrowthPage
      title={say.title}
      says={say.says}
      failed={say.loadFailed}
      height={700}
      view={useQuery(offersQuery(publication.id))}
    >
      {({ items }) => <WithExperiments publication={publication.id} offers={items} />}
    </GrowthPage>
  );
}

function WithExperiments({ publication, offers }: { publication: string; offers: readonly OfferView[] }) {
  const experiments = useQuery(experimentsQuery(publication));
  const { data } = experiments;
  if (experiments.isPending) return <Loading height={700} />;
  if (data === undefined) {
    return (
      <Failed
        title={growthWords.offers.loadFailed}
        error={experiments.error ?? new Error()}
        retry={() => void experiments.refetch()}
      />
    );
  }
  return (
    <>
      <Experiments experiments={data.items} offers={offers} />
      <Offers offers={offers} experiments={data.items} />
    </>
  );
}
