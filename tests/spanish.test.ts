import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RULE_BOOK } from '@readout/engagement';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PROBLEM_CODES } from '../apps/api/src/http/problem.ts';
import { es } from '../apps/dashboard/src/words/es/index.ts';
import { SOURCES } from '../apps/dashboard/src/words/es/reasons.ts';
import { CONFLICTS } from '../apps/dashboard/src/words/es/refusals.ts';
import { phrasesOf } from '../apps/dashboard/src/words/testing/phrases.ts';
import { choosePassword, launchBrowser, READER_AGENT, watchForProblems, welcomeAddress } from './browsers.ts';
import { examine, SCREENSHOTS } from './examine.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

const SPANISH = new Set([...phrasesOf('es').values()].flat());
/** What must not be read: everything that the interface says in English, and the reasons that the API gives. */
const ENGLISH = [...new Set([...phrasesOf('en').values()].flat().concat(RULE_BOOK.map(({ says }) => says)))].filter(
  (one) => !SPANISH.has(one),
);
const SCREENS = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 360 },
] as const;
const HTML = `<h1>Los tipos no bajan</h1><p>En esta entrega</p><ul><li><a href="#uno">La reunión de septiembre</a></li><li>Un asunto sin apartado</li></ul>
  <h2 id="uno">La reunión de septiembre</h2><p><a href="https://example.com/acta">el acta</a> <a href="ftp://example.com/datos">los datos</a></p>
  <!-- paywall --><h2>Qué hacemos nosotros</h2><p><a href="https://example.com/prueba">Sigue leyendo con 7 días de prueba</a></p>`;

describe('what the API says, in Spanish', () => {
  test('every reason of the rule book', () => {
    expect(RULE_BOOK.map(({ name, says }) => es.why.reason(name, says)).filter((one) => ENGLISH.includes(one))).toEqual(
      [],
    );
  });

  test('what a rule rests on, where that is said in words', () => {
    const parts = new Set(RULE_BOOK.flatMap(({ source }) => source.split('; ')));
    expect(Object.keys(SOURCES).filter((one) => !parts.has(one))).toEqual([]);
    expect([...parts].filter((one) => /\b(the|of|as|for|in)\b/.test(one) && SOURCES[one] === undefined)).toEqual([]);
  });

  test('every code of a refusal', () => {
    expect(PROBLEM_CODES.filter((code) => es.problems.detail(code, 'Said.') === 'Said.')).toEqual([]);
    expect(es.problems.detail('too_many_attempts', 'Too many failed attempts. Try again in 7 min.')).toContain('7 min');
    expect(es.problems.detail('of_a_later_version', 'Said.')).toBe('Said.');
  });

  test('every conflict that it translates is one that the API knows', async () => {
    const folder = join(import.meta.dirname, '../apps/api/src');
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
    const source = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
    expect(Object.keys(CONFLICTS).filter((sentence) => !source.includes(sentence))).toEqual([]);
  });
});

describe('the interface in Spanish', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
  let welcome: string[];
  let paths: Readonly<Record<string, string>>;

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    browser = await launchBrowser();
    const page = await (await browser.newContext({ locale: 'es-ES', viewport: { width: 360, height: 800 } })).newPage();
    await page.goto(welcomeAddress(readout));
    await page.locator('input[type=password]').first().waitFor();
    await examine(page, 'es-welcome-light-360');
    welcome = await englishOn(page);
    await choosePassword(page, readout);
    signedIn = await page.context().storageState();

    const publication = await readout.createPublication('La lonja');
    const issue = await readout.createIssue(publication.id, HTML, HTML.slice(0, HTML.indexOf('<!-- paywall')));
    const tokens = await readout.addRecipients(publication.id, issue.id, 60);
    const fetchAs = (agent: string, path: string) =>
      fetch(readout.address + path, {
        redirect: 'manual',
        headers: { 'user-agent': agent, accept: 'text/html', 'accept-language': 'es' },
      });
    for (const [at, token] of tokens.entries()) {
      if (at < 34) await fetchAs(READER_AGENT, `/o/${issue.id}/${token}.gif`);
      else if (at < 44) await fetchAs('Mozilla/5.0', `/o/${issue.id}/${token}.gif`);
      else if (at < 48) await fetchAs('python-requests/2.32.3', `/o/${issue.id}/${token}.gif`);
      if (at % 4 === 0) await fetchAs(READER_AGENT, `/c/${issue.links[at % 2]?.id}/${token}`);
    }
    await fetchAs(READER_AGENT, `/o/nobodysissue/${tokens[0]}.gif`);
    await eventually(
      () => readout.report(publication.id, issue.id),
      ({ figures }) => figures.opens === 34 && figures.clicks > 0,
    );
    const second = await readout.createIssue(publication.id, '<h1>El paro, por provincias</h1><p>Sin enlaces</p>');
    const empty = await readout.createPublication('Una vacía');
    const rules = { name: 'La pasarela', when: { client: 'curl', network: 'hosting' }, verdict: 'scanner' };
    const saved = await readout.fetch(`/publications/${publication.id}/rules`, {
      method: 'PUT',
      body: { version: 0, rules: [rules] },
    });
    expect(saved.status).toBe(200);
    paths = {
      start: '/start',
      home: `/p/${publication.id}`,
      issues: `/p/${publication.id}/issues`,
      'home without issues': `/p/${empty.id}`,
      'no issues': `/p/${empty.id}/issues`,
      compare: `/p/${publication.id}/compare?issues=${issue.id},${second.id}`,
      'nothing to compare': `/p/${publication.id}/compare`,
      readers: `/p/${publication.id}/readers`,
      subjects: `/p/${publication.id}/subjects`,
      issue: `/p/${publication.id}/issues/${issue.id}`,
      'why these opens': `/p/${publication.id}/issues/${issue.id}?why=opens`,
      'why these clicks': `/p/${publication.id}/issues/${issue.id}?why=clicks`,
      ready: `/p/${publication.id}/issues/${issue.id}/ready`,
      machines: `/p/${publication.id}/machines`,
      funnel: `/p/${publication.id}/growth`,
      trials: `/p/${publication.id}/growth/trials`,
      revenue: `/p/${publication.id}/growth/revenue`,
      'where the paywall stands': `/p/${publication.id}/growth/paywall`,
      cohorts: `/p/${publication.id}/growth/cohorts`,
      attribution: `/p/${publication.id}/growth/attribution`,
      experiments: `/p/${publication.id}/growth/experiments`,
      'own rules': `/p/${publication.id}/rules`,
      'new issue': `/p/${publication.id}/new`,
      settings: '/settings',
      'settings of a publication': `/p/${publication.id}/settings`,
      'nothing there': '/p/nothing-there',
    };
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const browserOf = (
    as: 'owner' | 'stranger',
    locale: string,
    width = 1280,
    scheme: 'light' | 'dark' = 'light',
  ): Promise<BrowserContext> =>
    browser.newContext({
      locale,
      viewport: { width, height: 900 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
      ...(as === 'owner' ? { storageState: signedIn } : {}),
    });
  const openIn = async (context: BrowserContext, path: string) => {
    const page = await context.newPage();
    const problems = watchForProblems(page);
    await page.goto(readout.address + path);
    await drawn(page);
    return { page, problems };
  };
  const open = async (path: string, ...who: Parameters<typeof browserOf>) => openIn(await browserOf(...who), path);
  const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang);

  test('the way in', async () => {
    expect(welcome).toEqual([]);
    const { page } = await open('/', 'stranger', 'es-ES', 360);
    expect(await page.locator('h1').textContent()).toBe('Iniciar sesión');
    await page.locator('input[type=password]').fill('not the password');
    await page.locator('button[type=submit]').click();
    await page.getByText('Esa no es la contraseña.').waitFor();
    await examine(page, 'es-sign in-light-360');
    expect(await englishOn(page)).toEqual([]);
    await page.context().close();
  });

  for (const { scheme, width } of SCREENS) {
    test(`${scheme}, ${width} px: no English, nothing serious, nothing sticks out`, async () => {
      const owner = await browserOf('owner', 'es-ES', width, scheme);
      for (const [name, path] of Object.entries(paths)) {
        const { page, problems } = await openIn(owner, path);
        if (name === 'issue') await page.locator('.apexcharts-series').first().waitFor();
        await examine(page, `es-${name}-${scheme}-${width}`);
        expect({
          name,
          english: await englishOn(page),
          cut: await cutOff(page),
          language: await languageOf(page),
          problems,
        }).toEqual({ name, english: [], cut: [], language: 'es', problems: [] });
        await page.close();
      }
      await owner.close();
    }, 240_000);
  }

  test('an author makes an issue, is told what was noticed, and refused in Spanish', async () => {
    const { page } = await open(paths['new issue'] ?? '', 'owner', 'es-ES', 360);
    await page.getByRole('textbox', { name: 'Versión completa' }).fill('<p>Sin título</p>');
    await page.locator('button[type=submit]').click();
    await page.getByText('el HTML no tiene ni título ni encabezado').waitFor();
    await page.getByRole('textbox', { name: 'Versión completa' }).fill(HTML);
    await page.locator('button[type=submit]').click();
    await page.getByText('«Los tipos no bajan» está lista para enviar').waitFor();
    await page.getByText('«ftp://example.com/datos» no es una dirección web').waitFor();
    await examine(page, 'es-made-light-360');
    expect(await englishOn(page)).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('numbers and dates are those of the viewer’s Spanish', async () => {
    const { page } = await open(paths['issue'] ?? '', 'owner', 'es-ES');
    const facts = ((await page.locator('article header').textContent()) ?? '').replaceAll(/\s/g, ' ');
    expect(facts).toMatch(/Enviada el (lun|mar|mié|jue|vie|sáb|dom), \d+ [a-z]+, \d\d:\d\d/);
    const { figures } = await readout.report(...issueOf(paths['issue'] ?? ''));
    const rate = new Intl.NumberFormat('es', { style: 'percent', minimumFractionDigits: 1 }).format(
      figures.openRate ?? 0,
    );
    expect(await page.locator('[data-figure="readers"]').first().textContent()).toBe(String(figures.readers));
    await page.getByText(rate, { exact: true }).first().waitFor();
    await page.context().close();
  }, 60_000);

  test('a language chosen by hand stays, wherever one goes, until another is chosen', async () => {
    const { page } = await open('/settings', 'owner', 'en-US');
    expect(await languageOf(page)).toBe('en');
    await page.getByRole('radiogroup', { name: 'Language' }).getByText('Español').click();
    await page.getByRole('heading', { level: 1, name: 'Ajustes' }).waitFor();
    expect(await languageOf(page)).toBe('es');
    await page.goto(readout.address + (paths['issues'] ?? ''));
    await page.getByRole('heading', { level: 1, name: 'Ediciones' }).waitFor();
    const later = await page.context().newPage();
    await later.goto(`${readout.address}/settings`);
    await later.getByRole('radiogroup', { name: 'Idioma' }).getByText('English').click();
    await later.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(await languageOf(later)).toBe('en');
    await page.context().close();
  }, 60_000);

  test('a stranger chooses it too, with the keyboard', async () => {
    const { page } = await open('/sign-in', 'stranger', 'de-DE');
    await page.getByRole('button', { name: 'Español' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor();
    expect(await page.getByRole('button', { name: 'Español' }).getAttribute('aria-current')).toBe('true');
    await page.context().close();
  }, 60_000);

  test('English stands in where Spanish does not arrive, and is not fetched Spanish where nobody asks', async () => {
    const fetched: string[] = [];
    const context = await browser.newContext({ locale: 'es-ES' });
    await context.route(/assets\/es-[^/]+\.js$/, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`${readout.address}/sign-in`);
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(await languageOf(page)).toBe('en');
    await context.close();
    const english = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    english.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await english.goto(`${readout.address}/sign-in`);
    await english.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(fetched.some((path) => path.startsWith('/assets/index-'))).toBe(true);
    expect(fetched.filter((path) => /assets\/es-/.test(path))).toEqual([]);
    await english.context().close();
  }, 60_000);

  test('English on a page would be found', async () => {
    const { page } = await open('/settings', 'owner', 'en-US');
    expect((await englishOn(page)).length).toBeGreaterThan(20);
    await page.context().close();
  }, 60_000);
});

async function drawn(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null);
}

/** What does not fit where it stands: labels of buttons and choices, and whatever a drawer shows. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '[class*="Button-label"], [class*="SegmentedControl-label"], [class*="Drawer-content"]',
      ),
    ]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map((one) => `${one.textContent?.slice(0, 60)}: ${one.scrollWidth} of ${one.clientWidth} px`),
  );
}

function issueOf(path: string): [publication: string, issue: string] {
  const [, , publication = '', , issue = ''] = path.split('/');
  return [publication, issue];
}

/** English of the catalogue that is on the page: seen, heard, or waiting to be shown. Not what an author wrote. */
async function englishOn(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode;
      if (parentElement?.closest('script, style, noscript, code, pre, .theirs, :not(html)[lang=en]') === null) {
        found.push(nodeValue ?? '');
      }
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (element.closest('.theirs') !== null) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(element.getAttribute(name) ?? '');
    }
    return found.map((text) => text.trim()).filter((text) => text !== '');
  });
  return ENGLISH.filter((one) => texts.some((text) => (one.includes(' ') ? text.includes(one) : text === one)));
}
