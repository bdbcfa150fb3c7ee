import type { LinkKind } from '@readout/events';
import {
  CALL_TO_ACTION,
  CALL_TO_ACTION_ADDRESS,
  SUBSCRIBE,
  SUBSCRIBE_ADDRESS,
  UNSUBSCRIBE,
  UNSUBSCRIBE_ADDRESS,
} from './wording.ts';

/** What is known of a link when its kind is asked for. */
export interface LinkContext {
  readonly url: string;
  readonly text: string;
  /** Stands in the list of the sections. */
  readonly inContents: boolean;
  /** Stands in a quoted post, such as `<blockquote class="twitter-tweet">`. */
  readonly inQuotedPost: boolean;
}

/** A single post of somebody, by host and path. */
const POSTS: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/^((www|mobile)\.)?(x|twitter)\.com$/, /^\/(\w+|i\/web)\/status(es)?\/\d+/],
  [/^bsky\.app$/, /^\/profile\/[^/]+\/post\//],
  [/^((www|m)\.)?instagram\.com$/, /^\/(p|reel)\//],
  [/^(www\.)?threads\.(net|com)$/, /^\/@[^/]+\/post\//],
  [/^(www\.)?linkedin\.com$/, /^\/(posts|(embed\/)?feed\/update)\//],
  [/^((www|m|web)\.)?facebook\.com$/, /\/posts\/|^\/(permalink|story)\.php$/],
  [/^((www|old)\.)?reddit\.com$/, /^\/r\/[^/]+\/comments\//],
  [/^(www\.)?tiktok\.com$/, /^\/@[^/]+\/video\//],
  [/^substack\.com$/, /^\/(@[^/]+\/)?note\//],
  // Mastodon and its kin, on any host.
  [/./, /^\/@[\w.]+(@[\w.-]+)?\/\d{6,}\/?$/],
];

const MEDIA_HOSTS =
  /^(([\w-]+\.)?youtube\.com|youtu\.be|([\w-]+\.)?vimeo\.com|open\.spotify\.com|([\w-]+\.)?soundcloud\.com|podcasts\.(apple|google)\.com|music\.apple\.com|overcast\.fm|pca\.st|([\w-]+\.)?twitch\.tv|([\w-]+\.)?loom\.com)$/;
const MEDIA_FILE = /\.(mp3|m4a|ogg|oga|opus|wav|aac|flac|mp4|m4v|webm|mov|m3u8)$/i;

/** Whether a link lets a reader leave, or say what they want to get; of addresses that are no URL yet, too. */
export function isUnsubscribe(address: string, text: string): boolean {
  return UNSUBSCRIBE.test(text) || UNSUBSCRIBE_ADDRESS.test(address);
}

export function linkKind({ url, text, inContents, inQuotedPost }: LinkContext): LinkKind {
  const { hostname, pathname, search } = new URL(url);
  const address = `${pathname}${search}`;
  if (isUnsubscribe(address, text)) return 'unsubscribe';
  if (inContents) return 'contents';
  if (inQuotedPost || POSTS.some(([host, path]) => host.test(hostname) && path.test(pathname))) return 'embed';
  if (MEDIA_HOSTS.test(hostname) || MEDIA_FILE.test(pathname)) return 'media';
  // What a link says goes before where it leads: “Subscribe” may lead to /premium, and “premium” to /subscribe.
  if (CALL_TO_ACTION.test(text)) return 'call_to_action';
  if (SUBSCRIBE.test(text)) return 'subscribe';
  if (CALL_TO_ACTION_ADDRESS.test(address)) return 'call_to_action';
  return SUBSCRIBE_ADDRESS.test(address) ? 'subscribe' : 'outbound';
}
