import type { ApexOptions } from 'apexcharts';
import { niceAxis } from './nice-axis.ts';

/** One of several lines over the same axis. */
export interface Line {
  readonly name: string;
  /** Stands at the line's end, instead of a legend. */
  readonly label: string;
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
}

/**
 * Okabe and Ito's colours in an order in which neighbours differ most; where one is too near to the ground of a scheme,
 * ink or another of theirs takes its place. Each line has its dashes besides.
 */
export const LINE_COLOURS = {
  light: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#1c1d1f', '#e69f00'],
  dark: ['#56b4e9', '#e69f00', '#009e73', '#cc79a7', '#e8e8e6', '#f0e442'],
} as const;

/** In pixels: a dash and a gap of so many; 0 is an unbroken line. */
export const LINE_DASHES = [0, 6, 2, 10, 0, 4] as const;

const LABEL_HEIGHT = 14;
/** Of the panel's height, what the axis below and the room above take. */
const AROUND_PLOT = 34;

/** Turns the options of a single series into those of several lines, labelled at their ends. */
export function withLines(
  options: ApexOptions,
  lines: readonly Line[],
  look: {
    readonly scheme: 'light' | 'dark';
    readonly text: string;
    readonly height: number;
    readonly room: number;
    readonly to: number;
  },
): ApexOptions {
  const colours = [...LINE_COLOURS[look.scheme]];
  const axis = niceAxis(
    lines.flatMap(({ points }) => points.map(({ y }) => y ?? 0)),
    4,
  );
  const ends = lines.flatMap(({ label, points }) => {
    const end = points.findLast(({ y }) => y !== null);
    return end === undefined || end.y === null ? [] : [{ label, x: end.x, y: end.y }];
  });
  const perUnit = Math.max(1, look.height - AROUND_PLOT) / axis.max;
  const places = apart(
    ends.map(({ y }) => -y * perUnit),
    LABEL_HEIGHT,
  );
  return {
    ...options,
    series: lines.map(({ name, points }) => ({ name, data: points.map(({ x, y }) => ({ x, y })) })),
    chart: { ...options.chart, type: 'line', stacked: false },
    colors: colours,
    stroke: { curve: 'straight', width: 2.5, dashArray: [...LINE_DASHES] },
    fill: { type: 'solid', opacity: 1 },
    grid: { ...options.grid, padding: { ...options.grid?.padding, right: look.room } },
    // Lines alone have no bars beside them to agree with.
    xaxis: { ...options.xaxis, min: 0, max: look.to },
    yaxis: { ...options.yaxis, ...axis },
    annotations: {
      ...options.annotations,
      points: ends.map(({ label, x, y }, at) => ({
        x,
        y,
        marker: { size: 0 },
        label: {
          text: label,
          textAnchor: 'start',
          offsetX: 6,
          offsetY: 12 + (places[at] ?? 0) + y * perUnit,
          borderWidth: 0,
          style: {
            background: 'transparent',
            color: look.text,
            fontSize: '12px',
            padding: { left: 0, right: 0, top: 0, bottom: 0 },
          },
        },
      })),
    },
    tooltip: { ...options.tooltip, marker: { show: true } },
  };
}

/** Places moved apart so that two are never nearer than `least`, and as little as that takes; in the order given. */
export function apart(places: readonly number[], least: number): number[] {
  const order = places.map((_, at) => at).sort((one, other) => (places[one] ?? 0) - (places[other] ?? 0));
  const groups: { members: number[]; start: number }[] = [];
  for (const at of order) {
    groups.push({ members: [at], start: places[at] ?? 0 });
    // A group stands in the middle of where its members want to be; two that touch become one.
    for (let last = groups.at(-1), before = groups.at(-2); last !== undefined && before !== undefined; ) {
      if (before.start + before.members.length * least <= last.start) break;
      const members = [...before.members, ...last.members];
      const wanted = members.reduce((sum, one, place) => sum + (places[one] ?? 0) - place * least, 0);
      groups.splice(-2, 2, { members, start: wanted / members.length });
      [last, before] = [groups.at(-1), groups.at(-2)];
    }
  }
  const moved = [...places];
  for (const { members, start } of groups)
    for (const [place, at] of members.entries()) moved[at] = start + place * least;
  return moved;
}
