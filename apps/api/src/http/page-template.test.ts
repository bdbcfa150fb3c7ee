import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { PageTemplate } from './page-template.ts';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <!-- Why. -->
    <link rel="preload" href="/api/v1/session" as="fetch" crossorigin="anonymous" />
    <script src="/color-scheme.js"></script>
    <script type="module" crossorigin src="/assets/index-1.js"></script>
    <link rel="stylesheet" crossorigin href="/assets/index-1.css">
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>`;

/** What `printf 'document.title = "dark";' | openssl dgst -sha256 -binary | base64` says. */
const HASH = 'iY7Uta4foJNbseQRTl/F93eIQvMlL2+SKbW3XCT7tBc=';

test('a page is filled with what is drawn, its styles, its first script and data that stays data', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readout-template-'));
  try {
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), PAGE);
    await writeFile(join(folder, 'color-scheme.js'), 'document.title = "dark";');
    await writeFile(join(folder, 'assets', 'index-1.css'), "main::before { content: '$&' }");
    await writeFile(join(folder, 'files.json'), '{ "src/words/es/index.ts": { "file": "assets/es-1.js" } }');
    const template = await PageTemplate.read(folder, 'files.json');
    const data = { title: '</script><script>alert(1)</script><!-- $&' };
    const page = template.filled({ html: '<h1>Marea $&</h1>', language: 'es', id: 'data', data });
    expect(page).toBe(`<!doctype html>
<html lang="es">
  <head>
    <script>document.title = "dark";</script>
    <script type="module" crossorigin src="/assets/index-1.js"></script>
    <style>main::before { content: '$&' }</style>
<link rel="stylesheet" href="/assets/index-1.css" disabled>
  <link rel="modulepreload" crossorigin href="/assets/es-1.js">
</head>
  <body>
    <div id="root"><h1>Marea $&</h1></div>
<script type="application/json" id="data">{"title":"\\u003c/script>\\u003cscript>alert(1)\\u003c/script>\\u003c!-- $&"}</script>
  </body>
</html>`);
    expect(template.policy).toContain(`; script-src 'self' 'sha256-${HASH}'`);
    expect(template.filled({ html: '', language: 'en', id: 'data', data })).not.toContain('/assets/es-1.js');
  } finally {
    await rm(folder, { recursive: true });
  }
});
