import type { BillingSystemList } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { publicationPath, request } from './client.ts';

export const billingPath = (publication: string) => `${publicationPath(publication)}/billing`;

export const billingSystemsQuery = (publication: string) =>
  queryOptions({
    queryKey: ['billing systems', publication],
    queryFn: ({ signal }) =>
      request<BillingSystemList>('GET', `${billingPath(publication)}/systems`, undefined, signal),
  });
