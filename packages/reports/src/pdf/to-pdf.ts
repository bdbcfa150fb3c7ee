import { setImmediate } from 'node:timers/promises';
import type { ReportView } from '@readout/api-contract';
import PDFDocument from 'pdfkit';
import type { Brand } from '../brand.ts';
import { wordsOf } from '../words/words.ts';
import { drawBlock } from './blocks.ts';
import { destinationOf, drawContents, drawCover } from './cover.ts';
import { CONTENT_WIDTH, INK, PAGE, STYLE } from './look.ts';
import { Paper } from './paper.ts';

/**
 * A report as a tagged PDF on A4 with its fonts embedded. What is handed back flows while the report is still being
 * written; it is destroyed with the error where writing fails. Between blocks others get their turn.
 */
export function toPdf(report: ReportView, brand: Brand): PDFKit.PDFDocument {
  const { madeAt } = report;
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: report.language,
    pdfVersion: '1.7',
    info: {
      Title: titleOf(report),
      Author: report.publication.name,
      Subject: report.period.text,
      Creator: 'Readout',
      Producer: 'Readout',
      CreationDate: new Date(madeAt),
      ModDate: new Date(madeAt),
    },
  });
  write(document, report, brand).catch((error: unknown) => {
    document.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return document;
}

function titleOf({ title, publication, kind, language }: ReportView): string {
  return [wordsOf(language).kinds[kind], title, publication.name]
    .filter((text, at, all) => all.indexOf(text) === at)
    .join(' – ');
}

async function write(document: PDFKit.PDFDocument, report: ReportView, { colour, logo }: Brand): Promise<void> {
  const words = wordsOf(report.language);
  const paper = new Paper(document, { accent: colour, locale: words.locale });
  const contents = drawCover(paper, report, logo, words);
  const begins: { title: string; page: number }[] = [];
  paper.turn();
  for (const [at, section] of report.sections.entries()) {
    // A section begins where a third of the page is left for it.
    paper.space(22);
    paper.need(260);
    begins.push({ title: section.title, page: paper.pages });
    document.addNamedDestination(destinationOf(at), 'XYZ', PAGE.left, paper.y - 8, null);
    document.outline.addItem(section.title);
    const part = paper.part('Sect', paper.root);
    const heading = paper.type.lines(section.title, STYLE.heading, CONTENT_WIDTH);
    paper.leaf('H2', part, () => {
      paper.set(heading, STYLE.heading, { x: PAGE.left, y: paper.y, width: CONTENT_WIDTH, colour: INK.strong });
    });
    paper.y += heading.length * paper.type.leading(STYLE.heading) + 4;
    for (const block of section.blocks) {
      drawBlock(paper, part, block, words);
      await setImmediate();
    }
    part.end();
  }
  document.switchToPage(0);
  drawContents(paper, contents, begins, words);
  drawEdges(paper, report);
  paper.root.end();
  document.end();
}

/** What stands above and below every page but the first. */
function drawEdges(paper: Paper, report: ReportView): void {
  const { document, type, pages } = paper;
  const words = wordsOf(report.language);
  const half = CONTENT_WIDTH / 2 - 10;
  const right = PAGE.left + CONTENT_WIDTH - half;
  const [title, name] = [
    type.line(report.title, STYLE.small, half),
    type.line(report.publication.name, STYLE.small, half),
  ];
  for (let page = 1; page < pages; page++) {
    document.switchToPage(page);
    document.markContent('Artifact', { type: 'Pagination' });
    paper.set([title], STYLE.small, { x: PAGE.left, y: 36, width: half, colour: INK.dim });
    paper.set([name], STYLE.small, { x: right, y: 36, width: half, align: 'right', colour: INK.dim });
    document
      .moveTo(PAGE.left, 52)
      .lineTo(PAGE.left + CONTENT_WIDTH, 52)
      .lineWidth(0.5)
      .strokeColor(INK.line)
      .stroke();
    const number = type.line(words.about.page(String(page + 1), String(pages)), STYLE.small, half);
    paper.set([number], STYLE.small, { x: right, y: PAGE.height - 42, width: half, align: 'right', colour: INK.dim });
    const made = type.line(words.about.madeWith, STYLE.small, half);
    paper.set([made], STYLE.small, { x: PAGE.left, y: PAGE.height - 42, width: half, colour: INK.dim });
    document.endMarkedContent();
  }
}
