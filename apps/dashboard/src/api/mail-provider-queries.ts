import type { MailProviderList } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { publicationPath, request } from './client.ts';

export const mailProvidersPath = (publication: string) => `${publicationPath(publication)}/mail-providers`;

export const mailProvidersQuery = (publication: string) =>
  queryOptions({
    queryKey: ['mail providers', publication],
    queryFn: ({ signal }) => request<MailProviderList>('GET', mailProvidersPath(publication), undefined, signal),
  });
