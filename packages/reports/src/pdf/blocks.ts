import type { ReportBlock, ReportFigures } from '@readout/api-contract';
import type { Words } from '../words/en.ts';
import { drawBars } from './bars.ts';
import { drawLine } from './line.ts';
import { CONTENT_WIDTH, INK, PAGE, STYLE } from './look.ts';
import type { Paper, Part } from './paper.ts';
import { drawTable } from './table.ts';

const COLUMNS = 3;
const GAP = 22;

/** Writes a block below the last one. */
export function drawBlock(paper: Paper, within: Part, block: ReportBlock, words: Words): void {
  switch (block.type) {
    case 'figures':
      drawFigures(paper, within, block);
      break;
    case 'text':
      paper.space(4);
      paper.paragraph('P', within, block.text, STYLE.text);
      paper.space(6);
      break;
    case 'table':
      drawTable(paper, within, block, words);
      break;
    case 'line':
      drawLine(paper, within, block);
      break;
    case 'bars':
      drawBars(paper, within, block);
      break;
    case 'definitions':
      drawDefinitions(paper, within, block.items);
      break;
  }
}

/** Key figures, three in a row: largest what was counted, below it what it is compared with. */
function drawFigures(paper: Paper, within: Part, { items }: ReportFigures): void {
  const width = (CONTENT_WIDTH - GAP * (COLUMNS - 1)) / COLUMNS;
  const { type } = paper;
  paper.space(6);
  for (let from = 0; from < items.length; from += COLUMNS) {
    const row = items.slice(from, from + COLUMNS).map((item) => ({
      label: type.lines(item.label, STYLE.label, width),
      value: type.line(item.cell.text, STYLE.figure, width),
      beside: [item.comparison, item.range?.text ?? null].flatMap((text) =>
        text === null ? [] : [...type.lines(text, STYLE.small, width)],
      ),
    }));
    const [labels, beside] = [
      Math.max(...row.map(({ label }) => label.length)),
      Math.max(...row.map((item) => item.beside.length)),
    ];
    const figureTop = 7 + labels * type.leading(STYLE.label);
    const besideTop = figureTop + type.leading(STYLE.figure) + 1;
    const height = besideTop + beside * type.leading(STYLE.small) + 12;
    paper.need(height);
    for (const [at, { label, value, beside: texts }] of row.entries()) {
      const x = PAGE.left + at * (width + GAP);
      paper.rule(paper.y, {
        from: x,
        to: x + width,
        colour: at === 0 && from === 0 ? paper.accent : INK.line,
        width: at === 0 && from === 0 ? 1.5 : 0.75,
      });
      paper.leaf('P', within, () => {
        paper.set(label, STYLE.label, { x, y: paper.y + 7, width, colour: INK.dim });
        paper.set([value], STYLE.figure, { x, y: paper.y + figureTop, width, colour: INK.strong });
        paper.set(texts, STYLE.small, { x, y: paper.y + besideTop, width, colour: INK.dim });
      });
    }
    paper.y += height;
  }
  paper.space(2);
}

function drawDefinitions(
  paper: Paper,
  within: Part,
  items: readonly { readonly term: string; readonly text: string }[],
): void {
  const [terms, gap] = [138, 16];
  const { type } = paper;
  paper.space(6);
  const list = paper.part('L', within);
  for (const { term, text } of items) {
    const [name, meaning] = [
      type.lines(term, STYLE.strong, terms),
      type.lines(text, STYLE.text, CONTENT_WIDTH - terms - gap),
    ];
    const height = Math.max(name.length, meaning.length) * type.leading(STYLE.text) + 14;
    paper.need(height);
    paper.rule(paper.y);
    const item = paper.part('LI', list);
    const y = paper.y + 7;
    paper.leaf('Lbl', item, () => {
      paper.set(name, STYLE.strong, { x: PAGE.left, y, width: terms, colour: INK.strong });
    });
    paper.leaf('LBody', item, () => {
      paper.set(meaning, STYLE.text, { x: PAGE.left + terms + gap, y, width: CONTENT_WIDTH - terms - gap });
    });
    item.end();
    paper.y += height;
  }
  list.end();
  paper.space(8);
}
