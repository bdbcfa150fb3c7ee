import type { PublicationView } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';

export function publicationView({ publicId, name, timeZone, isSample, createdAt }: Publication): PublicationView {
  return { id: publicId, name, timeZone, isSample, createdAt: createdAt.toISOString() };
}
