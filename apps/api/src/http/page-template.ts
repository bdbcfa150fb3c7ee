import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { policyWith } from './security-headers.ts';

const ROOT = '<div id="root">';
/** The one script that runs before anything is drawn. */
const FIRST_SCRIPT = /<script src="\/([\w-]+\.js)"><\/script>/;
const STYLESHEET = /<link rel="stylesheet"[^>]* href="\/(assets\/[\w.-]+\.css)">/g;
/** What a page asks for beside its scripts that a drawn one brings along. */
const SESSION = /\s*<!--[^>]*-->\s*<link rel="preload" href="\/api\/v1\/session"[^>]*>/;

/** Which files Vite made of which source, as it writes them down. */
type BrowserFiles = Readonly<Record<string, { readonly file: string } | undefined>>;

/**
 * The dashboard's one page, to be filled with what the server has drawn. Its styles and its first script stand in it: each
 * file that has to be there before anything is seen would be a question and its answer more.
 */
export class PageTemplate {
  private constructor(
    /** Content-Security-Policy to be sent with it. */
    readonly policy: string,
    private readonly before: string,
    private readonly after: string,
    private readonly files: BrowserFiles,
  ) {}

  /** @param manifest where Vite wrote down which files it made, below `directory` */
  static async read(directory: string, manifest: string): Promise<PageTemplate> {
    const read = (path: string) => readFile(join(directory, path), 'utf8');
    const files: BrowserFiles = JSON.parse(await read(manifest));
    let page = (await read('index.html')).replace(SESSION, '');
    for (const [link, path = ''] of [...page.matchAll(STYLESHEET)]) {
      // The link is not followed: it tells the scripts that the styles are there.
      const styles = `<style>${await read(path)}</style>\n<link rel="stylesheet" href="/${path}" disabled>`;
      page = page.replace(link, () => styles);
    }
    const [tag = '', file = ''] = FIRST_SCRIPT.exec(page) ?? [];
    const script = file === '' ? '' : await read(file);
    page = page.replace(tag, () => (file === '' ? '' : `<script>${script}</script>`));
    const at = page.indexOf(ROOT) + ROOT.length;
    return new PageTemplate(policyWith(script), page.slice(0, at), page.slice(at), files);
  }

  /**
   * @param html what is drawn
   * @param language of the interface, whose words are fetched beside the scripts
   * @param data becomes JSON in an element with `id`
   */
  filled({ html, language, id, data }: { html: string; language: string; id: string; data: unknown }): string {
    const words = this.files[`src/words/${language}/index.ts`]?.file;
    const before = this.before
      .replace('<html lang="en">', () => `<html lang="${language}">`)
      .replace('</head>', () => (words === undefined ? '</head>' : `${modulePreload(words)}\n</head>`));
    // A title may hold “</script>”; in JSON “<” can be written otherwise.
    const json = JSON.stringify(data).replaceAll('<', '\\u003c');
    const after = this.after.replace(
      '</div>',
      () => `${html}</div>\n<script type="application/json" id="${id}">${json}</script>`,
    );
    return before + after;
  }
}

const modulePreload = (path: string) => `<link rel="modulepreload" crossorigin href="/${path}">`;
