import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { publicationsQuery } from '../api/queries.ts';
import { useLive } from '../api/use-live.ts';
import { rememberPublication } from './last-publication.ts';
import { liveNews } from './live-news.ts';
import { NotFound } from './not-found.tsx';
import { PublicationContext } from './publication-context.ts';

const route = getRouteApi('/signed-in/p/$publication');

/** Around every page of one publication: says which it is and keeps its figures up to date. */
export function PublicationFrame() {
  const { publication: id } = route.useParams();
  const { data: publications } = useSuspenseQuery(publicationsQuery);
  const publication = publications.find((one) => one.id === id);
  if (publication === undefined) return <NotFound />;
  return (
    <PublicationContext value={publication}>
      <Listening publication={id} />
      <Outlet />
    </PublicationContext>
  );
}

function Listening({ publication }: { publication: string }) {
  const state = useLive(publication);
  useEffect(() => rememberPublication(publication), [publication]);
  useEffect(() => liveNews.tell(state), [state]);
  useEffect(() => () => liveNews.tell(null), []);
  return null;
}
