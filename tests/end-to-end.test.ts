import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createdIssue } from '@readout/api-contract';
import type { Browser } from 'playwright-core';
import { choosePassword, launchBrowser, READER_AGENT, watchForProblems } from './browsers.ts';
import { RunningReadout, temporaryFolder } from './running-readout.ts';

const SCREENSHOTS = join(import.meta.dirname, '../.ci/out');

describe('an issue goes out, a reader acts, the author sees it', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let destination: { readonly server: Server; readonly address: string };

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    destination = await landingPage();
    browser = await launchBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    destination?.server.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  test('in real browsers, with nothing in between', async () => {
    // The author signs in with the link from the terminal and chooses a password.
    const author = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const problems = watchForProblems(author);
    await choosePassword(author, readout);
    await author.getByRole('button', { name: 'Load the sample' }).waitFor();
    await author.screenshot({ path: join(SCREENSHOTS, 'first-screen.png') });

    // The issue is made over the API, as a sending system would.
    const publication = await readout.createPublication('The Daily Margin');
    const html = `<!doctype html><html><head><title>Rates, again</title></head><body><h1>Rates, again</h1>
      <p>In this issue</p><ul><li>Bonds</li><li>Shipping</li></ul>
      <h2>Bonds</h2><p>Something on bonds, with <a href="${destination.address}/bonds">a source</a>.</p>
      <h2>Shipping</h2><p>And on ships: <a href="${destination.address}/ships">the index</a>.</p></body></html>`;
    const issue = await readout.call(createdIssue, `/publications/${publication.id}/issues`, {
      editions: [{ edition: 'whole', html }],
      mergeTag: '{{ token }}',
    });
    const [token = ''] = await readout.addRecipients(publication.id, issue.id, 4);

    // The author has the issue's page open.
    await author.goto(readout.address);
    await author.getByText('Rates, again').first().click();
    await author.getByRole('heading', { name: 'Rates, again' }).waitFor();
    await author
      .getByText(/nobody has opened/i)
      .first()
      .waitFor();

    // A reader gets the message, in a browser of their own.
    const message = join(folder.path, 'message.html');
    await writeFile(message, (issue.editions[0]?.html ?? '').replaceAll('{{ token }}', token));
    const reader = await (await browser.newContext({ userAgent: READER_AGENT })).newPage();
    await reader.goto(`file://${message}`);
    const pixel = reader.locator('img').last();
    expect(await pixel.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(1);

    // Within two seconds the author sees one reader, without reloading.
    await author.locator('[data-figure=readers]').filter({ hasText: /^1$/ }).waitFor({ timeout: 2_000 });

    await reader.getByRole('link', { name: 'the index' }).click();
    await reader.waitForURL(`${destination.address}/ships`);
    expect(await reader.textContent('h1')).toBe('You have landed on /ships');
    await author.locator('[data-figure=clickers]').filter({ hasText: /^1$/ }).waitFor({ timeout: 2_000 });

    await author.screenshot({ path: join(SCREENSHOTS, 'issue-live.png'), fullPage: true });
    expect(problems).toEqual([]);

    const { figures, links, sections } = await readout.report(publication.id, issue.id);
    expect(figures).toMatchObject({ sent: 4, delivered: 4, readers: 1, clickers: 1, openRate: 0.25, clickRate: 0.25 });
    expect(links.map((one) => [one.text, one.clickers])).toEqual([
      ['the index', 1],
      ['a source', 0],
    ]);
    expect(sections.map((one) => [one.title, one.clickers])).toEqual([
      ['Bonds', 0],
      ['Shipping', 1],
    ]);
  }, 120_000);
});

async function landingPage() {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>You have landed on ${request.url}</h1>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, address: `http://127.0.0.1:${address.port}` };
}
