import type { PublicationView } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';

export function publicationView({ publicId, createdAt, ...publication }: Publication): PublicationView {
  const { name, timeZone, isSample, sites, tracksOpens, tracksClicks, tracksReaders, plantsHoneypot, showsReaders } =
    publication;
  return {
    id: publicId,
    name,
    timeZone,
    isSample,
    sites: [...sites],
    tracksOpens,
    tracksClicks,
    tracksReaders,
    plantsHoneypot,
    showsReaders,
    createdAt: createdAt.toISOString(),
  };
}
