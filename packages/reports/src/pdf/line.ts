import type { ReportLine } from '@readout/api-contract';
import { axisOf } from './axis.ts';
import { CONTENT_WIDTH, INK, PAGE, SERIES, STYLE, tint } from './look.ts';
import type { Paper, Part } from './paper.ts';
import { tickText } from './tick-text.ts';
import { drawTitle } from './title.ts';
import type { Document } from './typesetter.ts';

const HEIGHT = 170;
const END_LABEL = 76;

/** Maps figures onto the page. */
interface Plot {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** Lines with their band, named at their ends; the whole is one picture with its words. */
export function drawLine(paper: Paper, within: Part, chart: ReportLine): void {
  const { document, type } = paper;
  const { series, band, y: format, ticks } = chart;
  const values = [
    ...series.flatMap(({ points }) => points.flatMap(({ y }) => y ?? [])),
    ...(band?.points ?? []).flatMap(({ low, high }) => [low, high]),
  ];
  const axis = axisOf(values, 4, format.kind === 'whole');
  const xs = [
    ...series.flatMap(({ points }) => points.map(({ x }) => x)),
    ...(band?.points ?? []).map(({ x }) => x),
    ...ticks.map(({ x }) => x),
  ];
  drawTitle(paper, within, chart.title, HEIGHT + 40);
  const labels = axis.ticks.map((tick) => ({ tick, text: tickText(tick, format, paper.locale) }));
  const left = PAGE.left + Math.max(...labels.map(({ text }) => type.width(text, STYLE.small))) + 8;
  const right = PAGE.left + CONTENT_WIDTH - END_LABEL;
  const top = paper.y + type.leading(STYLE.small) + 6;
  const bottom = top + HEIGHT - 30;
  const plot: Plot = {
    x: (value) =>
      left + ((value - Math.min(...xs)) / Math.max(1e-9, Math.max(...xs) - Math.min(...xs))) * (right - left),
    y: (value) => bottom - ((value - axis.min) / (axis.max - axis.min)) * (bottom - top),
  };
  paper.leaf(
    'Figure',
    within,
    () => {
      paper.set([type.line(legend(chart), STYLE.small, CONTENT_WIDTH)], STYLE.small, {
        x: PAGE.left,
        y: paper.y,
        width: CONTENT_WIDTH,
        colour: INK.dim,
      });
      drawGrid(paper, labels, plot, { left, right });
      for (const { x, text } of ticks) {
        const width = type.width(text, STYLE.small);
        const at = Math.min(Math.max(left, plot.x(x) - width / 2), right - width + 8);
        paper.set([type.line(text, STYLE.small, 80)], STYLE.small, {
          x: at,
          y: bottom + 5,
          width: 80,
          colour: INK.dim,
        });
      }
      paper.set([type.line(chart.axis, STYLE.small, right - left)], STYLE.small, {
        x: left,
        y: bottom + 16,
        width: right - left,
        colour: INK.dim,
      });
      if (band !== null && band.points.length > 1) {
        const upper = steps(
          band.points.map(({ x, high }) => ({ x, y: high })),
          chart.isStepped,
        );
        const lower = steps(
          band.points.map(({ x, low }) => ({ x, y: low })),
          chart.isStepped,
        ).toReversed();
        for (const [at, { x, y }] of [...upper, ...lower].entries()) {
          if (at === 0) document.moveTo(plot.x(x), plot.y(y));
          else document.lineTo(plot.x(x), plot.y(y));
        }
        document.fillColor(tint(paper.accent, 0.16)).fill();
      }
      for (const [at, { points }] of series.entries())
        drawSeries(document, plot, points, chart.isStepped, colourOf(paper, at));
      drawEnds(paper, chart, plot, right);
    },
    { alt: `${chart.title}. ${chart.says}` },
  );
  paper.y = bottom + 34;
  paper.paragraph('Caption', within, chart.says, STYLE.label, { colour: INK.dim });
  paper.space(8);
}

function colourOf(paper: Paper, at: number): string {
  return at === 0 ? paper.accent : (SERIES[(at - 1) % SERIES.length] ?? INK.text);
}

function legend({ unit, band }: ReportLine): string {
  return band === null ? unit : `${unit} · ${band.label}`;
}

export function drawGrid(
  paper: Paper,
  labels: readonly { readonly tick: number; readonly text: string }[],
  { y }: Pick<Plot, 'y'>,
  { left, right }: { left: number; right: number },
): void {
  const { document, type } = paper;
  for (const { tick, text } of labels) {
    const isZero = tick === 0;
    document
      .moveTo(left, y(tick))
      .lineTo(right, y(tick))
      .lineWidth(isZero ? 0.75 : 0.4);
    document.strokeColor(isZero ? INK.dim : INK.line).stroke();
    const width = type.width(text, STYLE.small);
    paper.set([type.line(text, STYLE.small, 200)], STYLE.small, {
      x: left - 6 - width,
      y: y(tick) - 5.5,
      width: 200,
      colour: INK.dim,
    });
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** With the corners of stairs, where a value holds until the next one. */
function steps(points: readonly Point[], isStepped: boolean): Point[] {
  return points.flatMap((point, at) => {
    const before = points[at - 1];
    return isStepped && before !== undefined ? [{ x: point.x, y: before.y }, point] : [point];
  });
}

function drawSeries(
  document: Document,
  plot: Plot,
  points: ReportLine['series'][number]['points'],
  isStepped: boolean,
  colour: string,
): void {
  let stretch: Point[] = [];
  const draw = () => {
    for (const [at, { x, y }] of steps(stretch, isStepped).entries()) {
      if (at === 0) document.moveTo(plot.x(x), plot.y(y));
      else document.lineTo(plot.x(x), plot.y(y));
    }
    if (stretch.length > 0) document.lineWidth(1.6).lineJoin('round').strokeColor(colour).stroke();
    stretch = [];
  };
  for (const { x, y } of points) {
    if (y === null) draw();
    else stretch.push({ x, y });
  }
  draw();
}

/** The name and the last figure of each line, where it ends. */
function drawEnds(paper: Paper, { series, y: format }: ReportLine, plot: Plot, right: number): void {
  const { document, type } = paper;
  for (const [at, { label, points }] of series.entries()) {
    const end = points.findLast(({ y }) => y !== null);
    if (end === undefined || end.y === null) continue;
    const colour = colourOf(paper, at);
    const [x, y] = [plot.x(end.x), plot.y(end.y)];
    document.circle(x, y, 2.4).fillColor(colour).fill();
    const lines = [
      ...type.lines(tickText(end.y, format, paper.locale), STYLE.smallStrong, END_LABEL - 8),
      ...type.lines(label, STYLE.small, END_LABEL - 8),
    ];
    const isBeside = x <= right;
    paper.set(lines.slice(0, 1), STYLE.smallStrong, {
      x: (isBeside ? x : right) + 7,
      y: y - 6,
      width: END_LABEL - 8,
      colour,
    });
    paper.set(lines.slice(1), STYLE.small, {
      x: (isBeside ? x : right) + 7,
      y: y + 4,
      width: END_LABEL - 8,
      colour: INK.dim,
    });
  }
}
