import { type Block, type IssueText, PAYWALL, type SectionText } from './content/issue-text.ts';
import { AUTHOR, GIFT_OFFER, SAMPLE_PUBLICATION, SITE, TRIAL_OFFER } from './publication.ts';

const TEXT = 'margin:0 0 16px;font:17px/1.6 Georgia,serif;color:#222';
const SMALL = 'margin:0 0 8px;font:13px/1.5 Arial,sans-serif;color:#666';
const BUTTON =
  'display:inline-block;padding:12px 22px;background:#1f4e5f;color:#fff;font:bold 16px/1.2 Arial,sans-serif;text-decoration:none;border-radius:4px';
const LINK = 'color:#1f4e5f';

/** What an issue's mails look like. `cut` is null where there is no paywall and everybody gets the whole. */
interface Editions {
  readonly whole: string;
  readonly cut: string | null;
}

/** Renders an issue as mail: one column, inline styles. The cut edition ends at the paywall, its contents do not. */
export function renderEditions(issue: IssueText): Editions {
  const slug = slugOf(issue.title);
  const hasPaywall = issue.sections.some(({ blocks }) => blocks.includes(PAYWALL));
  const body = issue.sections.map(renderSection).join('\n');
  const page = (content: string) => renderPage(issue, slug, content);
  const cutAt = body.indexOf(PAYWALL_MARK);
  return {
    whole: page(`${body}\n${hasPaywall ? gift(slug) : invitation(slug)}`),
    cut: hasPaywall ? page(`${body.slice(0, cutAt + PAYWALL_MARK.length)}\n${trialOffer(slug)}`) : null,
  };
}

const PAYWALL_MARK = '<!-- paywall -->';

function renderPage(issue: IssueText, slug: string, content: string): string {
  const title = escapeHtml(issue.title);
  const contents = issue.sections.map(
    (one) =>
      `<li style="margin:0 0 4px"><a href="${SITE}/p/${slug}#${slugOf(one.title)}" style="${LINK}">${escapeHtml(one.title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title}</title>
</head>
<body style="margin:0;padding:0;background:#f4f1ea">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;width:100%;background:#fff"><tr><td style="padding:32px 28px">
<p style="${SMALL}">${SAMPLE_PUBLICATION.name} by ${AUTHOR}</p>
<h1 style="margin:0 0 8px;font:bold 30px/1.2 Georgia,serif;color:#111">${title}</h1>
<p style="margin:0 0 24px;font:italic 18px/1.4 Georgia,serif;color:#555">${escapeHtml(issue.subtitle)}</p>
<p style="margin:0 0 6px;font:bold 15px/1.4 Arial,sans-serif;color:#111">In this issue</p>
<ul style="margin:0 0 28px;padding:0 0 0 20px;font:15px/1.6 Arial,sans-serif">
${contents.join('\n')}
</ul>
${content}
<hr style="border:0;border-top:1px solid #ddd;margin:32px 0 16px">
<p style="${SMALL}">Was this forwarded to you? <a href="${SITE}/subscribe" style="${LINK}">Subscribe to ${SAMPLE_PUBLICATION.name}</a>.</p>
<p style="${SMALL}">Nothing here is advice. You get this because you asked for it; <a href="${SITE}/unsubscribe" style="${LINK}">unsubscribe</a> at any time.</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

function renderSection({ title, blocks }: SectionText): string {
  const heading = `<h2 id="${slugOf(title)}" style="margin:28px 0 12px;font:bold 22px/1.3 Georgia,serif;color:#111">${escapeHtml(title)}</h2>`;
  return [heading, ...blocks.map(renderBlock)].join('\n');
}

function renderBlock(block: Block): string {
  if (typeof block === 'string') return `<p style="${TEXT}">${renderText(block)}</p>`;
  if ('paywall' in block) return PAYWALL_MARK;
  if ('media' in block) {
    return `<p style="${TEXT}">&#9654; <a href="${escapeHtml(block.media)}" style="${LINK}">${escapeHtml(block.label)}</a></p>`;
  }
  const url = `https://x.com/${block.post}/status/${block.status}`;
  return `<blockquote class="twitter-tweet" style="margin:0 0 16px;padding:12px 16px;border-left:3px solid #1f4e5f;background:#f7f7f5"><p style="margin:0 0 6px;font:16px/1.5 Georgia,serif;color:#222">${escapeHtml(block.text)}</p><a href="${url}" style="font:13px/1.4 Arial,sans-serif;${LINK}">@${block.post} on X</a></blockquote>`;
}

/** `[words](https://…)` becomes a link; everything else is text. */
function renderText(text: string): string {
  return text
    .split(/(\[[^\]]+\]\([^)]+\))/)
    .map((part) => {
      const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
      return link === null
        ? escapeHtml(part)
        : `<a href="${escapeHtml(link[2] ?? '')}" style="${LINK}">${escapeHtml(link[1] ?? '')}</a>`;
    })
    .join('');
}

const callToAction = (words: string, url: string, label: string) =>
  `<p style="${TEXT}">${words}</p>\n<p style="margin:0 0 24px"><a href="${url}" style="${BUTTON}">${label}</a></p>`;

const trialOffer = (slug: string) =>
  callToAction(
    'The rest of this issue is for premium readers. Try it for a week; stop when you like.',
    `${TRIAL_OFFER}?from=${slug}`,
    'Keep reading with a 7-day free trial',
  );

const invitation = (slug: string) =>
  callToAction(
    'This issue is free to all. Most are not, past the first half.',
    `${SITE}/premium?from=${slug}`,
    'Upgrade to premium',
  );

const gift = (slug: string) =>
  callToAction(
    'You are reading the premium edition, which pays for the free one. Thank you.',
    `${GIFT_OFFER}?from=${slug}`,
    'Give a friend a month of premium',
  );

/** Lower case, words joined by hyphens: the title's place in an address. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
