import { CONTENT_WIDTH, INK, PAGE, STYLE } from './look.ts';
import type { Paper, Part } from './paper.ts';

/** The title of a chart or a table, which is never left alone at the foot of a page. */
export function drawTitle(paper: Paper, within: Part, title: string, below: number, tag = 'H3'): void {
  const lines = paper.type.lines(title, STYLE.title, CONTENT_WIDTH);
  const height = lines.length * paper.type.leading(STYLE.title);
  paper.space(12);
  paper.need(height + 4 + below);
  paper.leaf(tag, within, () => {
    paper.set(lines, STYLE.title, { x: PAGE.left, y: paper.y, width: CONTENT_WIDTH, colour: INK.strong });
  });
  paper.y += height + 4;
}
