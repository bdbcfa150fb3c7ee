import { marked } from 'marked';

/** As listmonk calls how a campaign's body is written. */
export type BodyKind = 'richtext' | 'html' | 'visual' | 'markdown' | 'plain';

const TRACKED = /\{\{-?\s*TrackLink\s+(?:"([^"]*)"|`([^`]*)`|&quot;(.*?)&quot;)[^{}]*\}\}/g;
const TRACKED_SHORT = /(https?:\/\/[^\s"'<>`]*?)@TrackLink/g;
/** What a template does rather than shows: conditions, loops, variables, comments, its own pixel. */
const ACTION =
  /\{\{-?\s*(?:\/\*[\s\S]*?\*\/|(?:if|else|end|range|with|define|block|template|break|continue)\b[^{}]*|\$\w+\s*:?=[^{}]*|TrackView\b[^{}]*)\s*-?\}\}/g;
const ADDRESS = /\bhttps?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]/g;

/**
 * A campaign's body as HTML, without what listmonk does with it when it sends: links go where they went, the pixel and
 * conditions are gone (both sides of one stay). Fields of the reader, such as `{{ .Subscriber.FirstName }}`, and links of
 * listmonk's own, such as `{{ UnsubscribeURL }}`, are left as the merge tags that they are. Null: there is no text.
 */
export function campaignHtml(body: string, kind: BodyKind): string | null {
  const text = withoutActions(body);
  if (text.trim() === '') return null;
  if (kind === 'markdown') return marked.parse(text, { async: false, gfm: true });
  return kind === 'plain' ? paragraphs(text) : text;
}

/** Of a subject or a body. */
export function withoutActions(text: string): string {
  return text
    .replace(TRACKED, (_, quoted?: string, ticked?: string, escaped?: string) => quoted ?? ticked ?? escaped ?? '')
    .replace(TRACKED_SHORT, '$1')
    .replace(ACTION, '');
}

function paragraphs(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(
      (one) =>
        `<p>${escaped(one)
          .replace(ADDRESS, (url) => `<a href="${url}">${url}</a>`)
          .replace(/\n/g, '<br>')}</p>`,
    )
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
