import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

export const mailProvidersQuery = (publication: string) =>
  queryOptions({
    queryKey: ['mail providers', publication],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/mail-providers', { path: { publication }, signal }),
  });
