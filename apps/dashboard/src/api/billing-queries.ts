import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

export const billingSystemsQuery = (publication: string) =>
  queryOptions({
    queryKey: ['billing systems', publication],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/billing/systems', { path: { publication }, signal }),
  });
