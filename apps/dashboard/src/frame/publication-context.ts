import type { PublicationView } from '@readout/api-contract';
import { createContext, useContext } from 'react';

export const PublicationContext = createContext<PublicationView | null>(null);

/** The publication that the page is about. Only for pages inside PublicationFrame. */
export function usePublication(): PublicationView {
  const publication = useContext(PublicationContext);
  if (publication === null) throw new Error('usePublication outside of PublicationFrame');
  return publication;
}
