import { afterEach, describe, expect, test } from '@jest/globals';
import type { PublicId } from '@readout/events';
import { looksLikeToken, ownPage } from './own-page.ts';
import { type Choices, CollectorInTest, linkTo, SITE } from './testing/collector-in-test.ts';
import { tokenOf } from './testing/offering-in-test.ts';

const TOKEN = tokenOf(7);
const SITES = [SITE, 'https://xn--bcher-kva.example', 'http://localhost:8080'];

describe('a page of one’s own', () => {
  const withToken = (location: string, sites: readonly string[] = SITES) => {
    const page = ownPage(location, sites);
    return page === null ? null : `${page.before}T${page.after}`;
  };

  test.each([
    [`${SITE}`, `${SITE}/?readout_token=T`],
    [`${SITE}/p/one`, `${SITE}/p/one?readout_token=T`],
    [`${SITE}/p?a=1&b=2`, `${SITE}/p?a=1&b=2&readout_token=T`],
    [`${SITE}/p?`, `${SITE}/p?readout_token=T`],
    [`${SITE}/p?a=1&`, `${SITE}/p?a=1&readout_token=T`],
    [`${SITE}/p#top`, `${SITE}/p?readout_token=T#top`],
    [`${SITE}/p?a=1#top?b`, `${SITE}/p?a=1&readout_token=T#top?b`],
    [`${SITE}/p#readout_token=x`, `${SITE}/p?readout_token=T#readout_token=x`],
    [`${SITE}/p?q=%23&r=%C3%A9`, `${SITE}/p?q=%23&r=%C3%A9&readout_token=T`],
    ['HTTPS://LETTERS.example:443/P', `${SITE}/P?readout_token=T`],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/?readout_token=T'],
    ['http://localhost:8080/x', 'http://localhost:8080/x?readout_token=T'],
    // What browsers take for a path, another client might take for a host: it is spelled so that all agree.
    [`${SITE}\\@evil.example/`, `${SITE}/@evil.example/?readout_token=T`],
    ['https:\\\\letters.example\\p', `${SITE}/p?readout_token=T`],
  ])('%s is told who comes', (location, expected) => {
    expect(withToken(location)).toBe(expected);
  });

  test.each([
    'https://letters.example.evil.example/',
    'https://evil.example/?https://letters.example',
    'https://letters.example@evil.example/',
    'https://letters.example:444/',
    'http://letters.example/',
    'https://www.letters.example/',
    'https://letters.example./',
    `${SITE}/p?readout_token=other`,
    `${SITE}/p?a=1&readout_token=`,
    `${SITE}/p?readout%5Ftoken=x`,
    'mailto:me@letters.example',
    'javascript:alert(1)',
    '//letters.example/p',
    '/p',
    '',
  ])('%s is not', (location) => {
    expect(withToken(location)).toBeNull();
  });

  test('is none where a publication has no sites', () => {
    expect(withToken(`${SITE}/p`, [])).toBeNull();
  });

  test.each([
    [TOKEN, true],
    ['*|TOKEN|*', false],
    ['{{ token }}', false],
    [`${TOKEN}x`, false],
    [`${TOKEN.slice(0, -1)}&`, false],
    [`${TOKEN.slice(0, -2)}%0a`, false],
    ['', false],
  ])('%j can be a token: %p', (text, expected) => {
    expect(looksLikeToken(text)).toBe(expected);
  });
});

const PAGE = 'ownpageABCDE' as PublicId;
const FOREIGN = 'foreignABCDE' as PublicId;

describe.each([
  ['fast', ''],
  ['general', '?a'],
] as const)('a link, on the %s lane', (_lane, query) => {
  let collector: CollectorInTest;
  afterEach(() => collector.stop());
  const start = async (choices: Choices = {}) => {
    collector = await CollectorInTest.start(choices);
    await collector.copy.addLinks([linkTo(PAGE, `${SITE}/p?a=1#top`), linkTo(FOREIGN, 'https://example.org/p')]);
  };
  const leads = async (link: PublicId, token: string, headers: Record<string, string> = {}) => {
    const response = await collector.get(`/c/${link}/${token}${query}`, { headers });
    return [response.status, response.headers.get('location')];
  };
  const PLAIN = [302, `${SITE}/p?a=1#top`];

  test('to a page of one’s own brings the reader’s token along, and is recorded like any other', async () => {
    await start();
    for (const reader of [7, 8, 7]) {
      expect(await leads(PAGE, tokenOf(reader))).toEqual([302, `${SITE}/p?a=1&readout_token=${tokenOf(reader)}#top`]);
    }
    expect(await collector.recorded()).toMatchObject([
      { kind: 'clicked', target: PAGE, token: tokenOf(7) },
      { kind: 'clicked', target: PAGE, token: tokenOf(8) },
      { kind: 'clicked', target: PAGE, token: tokenOf(7) },
    ]);
  });

  test('to anybody else’s does not, nor with what is no token', async () => {
    await start();
    expect(await leads(FOREIGN, TOKEN)).toEqual([302, 'https://example.org/p']);
    expect(await leads(PAGE, 'merge_tag')).toEqual(PLAIN);
    expect(await leads(PAGE, '')).toEqual(PLAIN);
  });

  test('does not where readers are not recognised, or ask not to be followed', async () => {
    await start({ rules: { tracksReaders: false } });
    expect(await leads(PAGE, TOKEN)).toEqual(PLAIN);
    await collector.stop();
    await start();
    expect(await leads(PAGE, TOKEN, { 'sec-gpc': '1' })).toEqual(PLAIN);
    expect(await leads(PAGE, TOKEN, { dnt: '1' })).toEqual(PLAIN);
    await collector.stop();
    await start({ settings: { privacySignals: 'ignore' } });
    expect(await leads(PAGE, TOKEN, { 'sec-gpc': '1' })).toEqual([302, `${SITE}/p?a=1&readout_token=${TOKEN}#top`]);
  });

  test('follows when the publication’s sites change', async () => {
    await start();
    expect(await leads(FOREIGN, TOKEN)).toEqual([302, 'https://example.org/p']);
    const rules = collector.copy.rulesOf(linkTo(PAGE, '').publication);
    if (rules === undefined) throw new Error('there are some');
    await collector.copy.setRules([{ ...rules, sites: ['https://example.org'] }]);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await leads(FOREIGN, TOKEN)).toEqual([302, `https://example.org/p?readout_token=${TOKEN}`]);
    expect(await leads(PAGE, TOKEN)).toEqual(PLAIN);
  });
});
