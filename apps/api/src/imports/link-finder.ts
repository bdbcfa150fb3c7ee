import type { IssueOfPost } from './worker-messages.ts';

type Link = IssueOfPost['links'][number];

/** Finds an issue's link by where a click went; senders add parameters of their own, and some write a slash at the end. */
export class LinkFinder {
  readonly #links: Map<string, Link>;

  constructor(links: readonly Link[]) {
    this.#links = new Map();
    // The first of several to one place, as in the text.
    for (const link of [...links].reverse()) {
      this.#links.set(plain(link.url), link);
      this.#links.set(link.url, link);
    }
  }

  find(url: string): Link | null {
    return this.#links.get(url) ?? this.#links.get(plain(url)) ?? null;
  }
}

function plain(url: string): string {
  const [address = ''] = url.split('#', 1);
  const [path = '', query = ''] = address.split('?', 2);
  const kept = query.split('&').filter((one) => one !== '' && !/^(utm_\w+|ref|mc_cid|mc_eid)=/i.test(one));
  return `${path.replace(/\/$/, '')}${kept.length === 0 ? '' : `?${kept.join('&')}`}`;
}
