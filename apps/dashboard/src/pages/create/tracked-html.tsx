import { Button } from '@mantine/core';
import { Defined } from '../../figures/defined.tsx';
import { numbers } from '../../format/viewer.ts';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { words } from '../../words/words.ts';
import { Copy } from './code-block.tsx';
import styles from './create.module.css';

/** So much of the HTML is shown; copying and downloading take all of it. */
const SHOWN_CHARACTERS = 4_000;

/** The tracked HTML of one edition, to copy or to download. */
export function TrackedHtml({ edition, html, title }: { edition: 'whole' | 'cut'; html: string; title: string }) {
  const label = edition === 'whole' ? words.created.wholeHtml : words.created.cutHtml;
  const shown = html.length > SHOWN_CHARACTERS ? `${html.slice(0, SHOWN_CHARACTERS)}\n…` : html;
  return (
    <section className={styles['tracked']}>
      <div className={styles['tools']}>
        <h3>
          <Defined term={edition}>{label}</Defined>
        </h3>
        <span className="dim small">{numbers.bytes(html.length)}</span>
        <span className={styles['spring']} />
        <Copy text={html} />
        <Button variant="default" size="compact-sm" onClick={() => download(html, fileName(title, edition))}>
          {words.download}
        </Button>
      </div>
      <ScrollBox label={label}>
        <pre className={styles['html']}>{shown}</pre>
      </ScrollBox>
    </section>
  );
}

function fileName(title: string, edition: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}]+/gu);
  return `${words?.join('-').slice(0, 60) ?? 'issue'}-${edition}.html`;
}

function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/html;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
