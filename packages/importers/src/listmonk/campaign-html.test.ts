import { analyseIssue } from '@readout/instrumenter';
import { type BodyKind, campaignHtml } from './campaign-html.ts';

describe('the body of a campaign', () => {
  test.each<[BodyKind, string, string | null]>([
    [
      'html',
      '<a href="{{ TrackLink "https://example.org/a?b=1&amp;c=2" . }}">x</a>',
      '<a href="https://example.org/a?b=1&amp;c=2">x</a>',
    ],
    ['html', '<a href="{{TrackLink `https://example.org/`}}">x</a>', '<a href="https://example.org/">x</a>'],
    ['richtext', '<a href="https://example.org/a@TrackLink">x</a>', '<a href="https://example.org/a">x</a>'],
    [
      'visual',
      '{{- if .Subscriber.Attribs.paid -}}<p>Paid</p>{{ else }}<p>Free</p>{{ end }}',
      '<p>Paid</p><p>Free</p>',
    ],
    ['html', '{{/* a note */}}{{ $x := 1 }}<p>x</p>{{ TrackView . }}', '<p>x</p>'],
    ['html', '<p>Hello {{ .Subscriber.FirstName }}</p>', '<p>Hello {{ .Subscriber.FirstName }}</p>'],
    [
      'markdown',
      '## Two\n\n[x](https://example.org/a@TrackLink)',
      '<h2>Two</h2>\n<p><a href="https://example.org/a">x</a></p>\n',
    ],
    [
      'plain',
      'A < B\r\nsee https://example.org/a?b=1&c=2.\r\n\r\nBye',
      '<p>A &lt; B<br>see <a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>.</p>\n<p>Bye</p>',
    ],
    ['html', '{{ TrackView }} ', null],
  ])('in %s: %s', (kind, body, html) => {
    expect(campaignHtml(body, kind)).toBe(html);
  });

  test('has its sections and links, and listmonk’s own links are nobody’s', () => {
    const html = campaignHtml(
      '<h2>One</h2><p><a href="https://example.org/a@TrackLink">a</a></p><h2>Two</h2><p><a href="{{ UnsubscribeURL }}">Leave</a></p>',
      'html',
    );
    const { sections, links } = analyseIssue([{ edition: 'whole', html: html ?? '' }]);
    expect(sections.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(links.map(({ url }) => url)).toEqual(['https://example.org/a']);
  });
});
