import type { ReportView } from '@readout/api-contract';
import type { Words } from '../words/en.ts';
import { CONTENT_WIDTH, INK, PAGE, STYLE } from './look.ts';
import type { Paper, Part } from './paper.ts';

/** The logo is no larger than this. Points. */
const LOGO = { width: 190, height: 62 };

/** A line of the contents, filled in when its page is known. */
export interface Contents {
  readonly part: Part;
  readonly y: number;
}

/** The title page: whose report, on what, made when, and what is in it. */
export function drawCover(paper: Paper, report: ReportView, logo: Uint8Array | null, words: Words): Contents {
  const { document, type, root } = paper;
  paper.decorate(() => document.rect(0, 0, PAGE.width, 9).fillColor(paper.accent).fill());
  const part = paper.part('Sect', root);
  let y = 70;
  if (logo === null) {
    const name = type.lines(report.publication.name, { weight: 'strong', size: 13 }, CONTENT_WIDTH);
    paper.leaf('P', part, () => {
      paper.set(name, { weight: 'strong', size: 13 }, { x: PAGE.left, y, width: CONTENT_WIDTH, colour: paper.accent });
    });
  } else {
    paper.leaf(
      'Figure',
      part,
      () => document.image(Buffer.from(logo), PAGE.left, y - 16, { fit: [LOGO.width, LOGO.height] }),
      { alt: report.publication.name },
    );
  }
  y = 205;
  const kind = type.line(words.kinds[report.kind], STYLE.strong, CONTENT_WIDTH);
  paper.leaf('P', part, () => {
    paper.set([kind], STYLE.strong, { x: PAGE.left, y, width: CONTENT_WIDTH, colour: paper.accent });
  });
  y += 24;
  // A long title takes a smaller size before it takes the page.
  const size =
    [30, 26, 22, 18].find(
      (one) => type.lines(report.title, { weight: 'strong', size: one }, CONTENT_WIDTH).length <= 4,
    ) ?? 15;
  const style = { weight: 'strong', size } as const;
  const title = type.lines(report.title, style, CONTENT_WIDTH).slice(0, 8);
  paper.leaf('H1', part, () => {
    paper.set(title, style, { x: PAGE.left, y, width: CONTENT_WIDTH, colour: INK.strong });
  });
  y += title.length * type.leading(style) + 8;
  if (report.subtitle !== '') {
    const subtitle = { weight: 'regular', size: 12.5 } as const;
    const lines = type.lines(report.subtitle, subtitle, CONTENT_WIDTH).slice(0, 4);
    paper.leaf('P', part, () => {
      paper.set(lines, subtitle, { x: PAGE.left, y, width: CONTENT_WIDTH, colour: INK.dim });
    });
    y += lines.length * type.leading(subtitle);
  }
  const contents = paper.part('TOC', part);
  const about = drawAbout(paper, part, report);
  const height = report.sections.length * 19 + 24;
  return { part: contents, y: Math.min(Math.max(y + 36, 430), about - height - 30) };
}

/** The block at the foot. @returns its top */
function drawAbout(paper: Paper, within: Part, { about }: ReportView): number {
  const { type } = paper;
  const names = 128;
  const rows = about.slice(1).map(({ label, text }) => ({
    label: type.lines(label, STYLE.label, names - 10),
    text: type.lines(text, STYLE.label, CONTENT_WIDTH - names).slice(0, 3),
  }));
  const leading = type.leading(STYLE.label);
  const height = rows.reduce((sum, { label, text }) => sum + Math.max(label.length, text.length) * leading + 3, 0);
  const top = PAGE.height - 76 - height;
  paper.rule(top - 12, { colour: paper.accent, width: 1.5 });
  let y = top;
  for (const { label, text } of rows) {
    paper.leaf('P', within, () => {
      paper.set(label, STYLE.label, { x: PAGE.left, y, width: names - 10, colour: INK.dim });
      paper.set(text, STYLE.label, { x: PAGE.left + names, y, width: CONTENT_WIDTH - names });
    });
    y += Math.max(label.length, text.length) * leading + 3;
  }
  return top - 12;
}

/** The contents with their pages, on the title page, where they lead to when they are followed. */
export function drawContents(
  paper: Paper,
  { part, y }: Contents,
  sections: readonly { readonly title: string; readonly page: number }[],
  words: Words,
): void {
  const { type, document } = paper;
  const heading = type.line(words.about.contents, STYLE.strong, CONTENT_WIDTH);
  paper.leaf('P', part, () => {
    paper.set([heading], STYLE.strong, { x: PAGE.left, y, width: CONTENT_WIDTH, colour: INK.dim });
  });
  for (const [at, { title, page }] of sections.entries()) {
    const top = y + 22 + at * 19;
    const number = type.line(String(page), STYLE.text, 40);
    paper.leaf('TOCI', part, () => {
      paper.set([type.line(title, STYLE.text, CONTENT_WIDTH - 60)], STYLE.text, {
        x: PAGE.left,
        y: top,
        width: CONTENT_WIDTH - 60,
      });
      paper.set([number], STYLE.text, { x: PAGE.left, y: top, width: CONTENT_WIDTH, align: 'right', colour: INK.dim });
    });
    paper.rule(top + 16, { colour: INK.faint });
    document.goTo(PAGE.left, top, CONTENT_WIDTH, 15, destinationOf(at));
  }
  part.end();
}

/** What a section is called within the file. */
export function destinationOf(section: number): string {
  return `section-${section + 1}`;
}
