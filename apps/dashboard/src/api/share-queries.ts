import type { CreatedShare, CreateShareRequest, SharedView, ShareLinks, ShareLinkView } from '@readout/api-contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { publicationPath, request, segment } from './client.ts';

const PAGE = '25';

const sharesPath = (publication: string) => `${publicationPath(publication)}/shares`;
const sharePath = (publication: string, link: string) => `${sharesPath(publication)}/${segment(link)}`;

export const sharesQuery = (publication: string) =>
  infiniteQueryOptions({
    queryKey: ['shares', publication],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) });
      return request<ShareLinks>('GET', `${sharesPath(publication)}?${query}`, undefined, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const createShare = (publication: string, asked: CreateShareRequest) =>
  request<CreatedShare>('POST', sharesPath(publication), asked);

export const revokeShare = (publication: string, link: string) =>
  request<ShareLinkView>('DELETE', sharePath(publication, link));

export const restoreShare = (publication: string, link: string) =>
  request<ShareLinkView>('POST', `${sharePath(publication, link)}/restore`);

export const sharedPath = (token: string) => `/shared/${segment(token)}`;

/** What a link shows. Asked once: each time counts as having been opened. */
export const sharedQuery = (token: string) =>
  queryOptions({
    queryKey: ['shared', token],
    queryFn: ({ signal }) => request<SharedView>('GET', sharedPath(token), undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
