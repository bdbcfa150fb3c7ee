import type { ReportBars } from '@readout/api-contract';
import { axisOf } from './axis.ts';
import { drawGrid } from './line.ts';
import { CONTENT_WIDTH, INK, PAGE, STYLE, tint } from './look.ts';
import type { Paper, Part } from './paper.ts';
import { tickText } from './tick-text.ts';
import { drawTitle } from './title.ts';

const UP_HEIGHT = 160;
const ROW = 26;
const NAMES = 132;
const BESIDE = 150;

/** Bars from zero, with their figures beside them. */
export function drawBars(paper: Paper, within: Part, chart: ReportBars): void {
  if (chart.direction === 'up') drawUp(paper, within, chart);
  else drawAcross(paper, within, chart);
  paper.paragraph('Caption', within, chart.says, STYLE.label, { colour: INK.dim });
  paper.space(8);
}

const amountOf = ({ cell: { value } }: ReportBars['items'][number]) => (typeof value === 'number' ? value : 0);

function drawAcross(paper: Paper, within: Part, chart: ReportBars): void {
  const { document, type } = paper;
  const height = chart.items.length * ROW;
  drawTitle(paper, within, chart.title, height + 30);
  const largest = Math.max(1e-9, ...chart.items.map(amountOf));
  const [from, most] = [PAGE.left + NAMES + 10, CONTENT_WIDTH - NAMES - 10 - BESIDE];
  paper.leaf(
    'Figure',
    within,
    () => {
      for (const [at, item] of chart.items.entries()) {
        const y = paper.y + at * ROW;
        const names = type.lines(item.label, STYLE.label, NAMES);
        const leading = type.leading(STYLE.label);
        paper.set(names.slice(0, 2), STYLE.label, {
          x: PAGE.left,
          y: y + (ROW - Math.min(2, names.length) * leading) / 2,
          width: NAMES,
        });
        const width = Math.max(0.75, (amountOf(item) / largest) * most);
        document
          .rect(from, y + 5, most, ROW - 10)
          .fillColor(INK.faint)
          .fill();
        document
          .rect(from, y + 5, width, ROW - 10)
          .fillColor(paper.accent)
          .fill();
        const value = type.line(item.cell.text, STYLE.strong, 60);
        paper.set([value], STYLE.strong, { x: from + most + 10, y: y + 6, width: 60, colour: INK.strong });
        if (item.detail !== null) {
          const room = BESIDE - 16 - value.width;
          const detail = type.lines(item.detail, STYLE.small, room).slice(0, 2);
          paper.set(detail, STYLE.small, {
            x: from + most + 16 + value.width,
            y: y + (ROW - detail.length * type.leading(STYLE.small)) / 2,
            width: room,
            colour: INK.dim,
          });
        }
      }
    },
    { alt: `${chart.title}. ${chart.says}` },
  );
  paper.y += height + 4;
}

function drawUp(paper: Paper, within: Part, chart: ReportBars): void {
  const { document, type } = paper;
  const { items, reference, y: format } = chart;
  drawTitle(paper, within, chart.title, UP_HEIGHT + 40);
  const axis = axisOf([...items.map(amountOf), reference?.value ?? 0], 4, format.kind === 'whole');
  const labels = axis.ticks.map((tick) => ({ tick, text: tickText(tick, format, paper.locale) }));
  const left = PAGE.left + Math.max(...labels.map(({ text }) => type.width(text, STYLE.small))) + 8;
  const right = PAGE.left + CONTENT_WIDTH - (reference === null ? 0 : 70);
  const top = paper.y + type.leading(STYLE.small) + 6;
  const bottom = top + UP_HEIGHT - 30;
  const y = (value: number) => bottom - ((value - axis.min) / (axis.max - axis.min)) * (bottom - top);
  const pitch = (right - left) / Math.max(1, items.length);
  const bar = Math.min(36, pitch * 0.68);
  const middle = (at: number) => left + (at + 0.5) * pitch;
  paper.leaf(
    'Figure',
    within,
    () => {
      paper.set([type.line(chart.unit, STYLE.small, CONTENT_WIDTH)], STYLE.small, {
        x: PAGE.left,
        y: paper.y,
        width: CONTENT_WIDTH,
        colour: INK.dim,
      });
      drawGrid(paper, labels, { y }, { left, right });
      for (const [at, item] of items.entries()) {
        const value = amountOf(item);
        const [high, low] = [y(Math.max(0, value)), y(Math.min(0, value))];
        document
          .rect(middle(at) - bar / 2, high, bar, Math.max(0.5, low - high))
          .fillColor(value < 0 ? tint(paper.accent, 0.5) : paper.accent)
          .fill();
      }
      const widest = Math.max(0, ...items.map(({ label }) => type.width(label, STYLE.small)));
      const every = Math.max(1, Math.ceil((widest + 6) / pitch));
      for (const [at, { label }] of items.entries()) {
        if (at % every !== 0) continue;
        const line = type.line(label, STYLE.small, 120);
        paper.set([line], STYLE.small, {
          x: Math.max(left, Math.min(middle(at) - line.width / 2, right - line.width)),
          y: bottom + 5,
          width: 120,
          colour: INK.dim,
        });
      }
      if (reference !== null) {
        document
          .moveTo(left, y(reference.value))
          .lineTo(right, y(reference.value))
          .lineWidth(0.8)
          .dash(3, { space: 2 });
        document.strokeColor(INK.strong).stroke().undash();
        const lines = type.lines(reference.label, STYLE.small, 64);
        paper.set(lines, STYLE.small, { x: right + 6, y: y(reference.value) - 5.5, width: 64, colour: INK.strong });
      }
    },
    { alt: `${chart.title}. ${chart.says}` },
  );
  paper.y = bottom + 22;
}
