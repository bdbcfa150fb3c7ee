import { useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import ApexCharts, { type ApexOptions } from 'apexcharts';
import { useEffect, useMemo, useRef } from 'react';
import { type Line, withLines } from './lines.ts';
import { niceAxis, signedAxis } from './nice-axis.ts';
import { type Palette, palettes } from './palette.ts';

/** `quiet` is for what is not counted; then the classes of a fetch, and what moves revenue. */
type Tone =
  | 'accent'
  | 'quiet'
  | 'human'
  | 'proxied'
  | 'prefetched'
  | 'scanner'
  | 'unclear'
  | 'gained'
  | 'regained'
  | 'grown'
  | 'shrunk'
  | 'lost';
type Band = readonly { readonly x: number; readonly y: readonly [low: number, high: number] | null }[];
type Points = readonly { readonly x: number; readonly y: number | null }[];

/** One panel over an axis of numbers. */
export interface ApexProps {
  readonly kind: 'line' | 'bars';
  /** Panels of one group show the same moment under the pointer. */
  readonly group: string;
  /** Evenly spaced, one for each step of the axis; null: nothing there (yet). */
  readonly points: Points;
  readonly tone: Tone;
  /** Bars that consist of several, the first at the bottom; `points` are their sums. */
  readonly layers?: readonly { readonly name: string; readonly tone: Tone; readonly points: Points }[];
  /** What bars that consist of several reach below zero, as negatives. */
  readonly below?: Points;
  /** Of a line: what lies behind it, from `low` to `high` at the same places as the points; null: nothing there. */
  readonly band?: { readonly name: string; readonly points: Band };
  /** Of a line: where it is expected to end, as a stretch of the other axis. */
  readonly ahead?: { readonly low: number; readonly high: number; readonly text: string };
  /** Several lines instead of one of `points`, and how many pixels their labels need at the right. */
  readonly lines?: { readonly all: readonly Line[]; readonly room: number };
  readonly height: number;
  readonly axis: {
    readonly to: number;
    /** Places that carry a label, in units of the axis. */
    readonly ticks: number;
    readonly label: (x: number) => string;
    /** Vertical lines with a word: where something begins. */
    readonly marks: readonly {
      readonly x: number;
      readonly text: string;
      /** The word stands left of its line: there is no room on the right. */
      readonly before?: boolean;
      /** It was written by somebody, and stands in a row of its own below the others: 0 is the first. */
      readonly noteRow?: number;
    }[];
    readonly hidden: boolean;
  };
  /** Width of a bar in units of the axis. */
  readonly step: number;
  readonly value: (y: number) => string;
  /** The same at the axis, where that is to be shorter. */
  readonly tick?: (y: number) => string;
  readonly describe: (x: number) => string;
  readonly name: string;
}

/** The one place that knows ApexCharts. */
export default function Apex(props: ApexProps) {
  const scheme = useComputedColorScheme('light');
  const still = useReducedMotion();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ApexCharts | null>(null);
  const options = useMemo(() => {
    const single = optionsOf(props, palettes[scheme], still);
    if (props.lines === undefined) return single;
    const { all, room } = props.lines;
    return withLines(single, all, {
      scheme,
      text: palettes[scheme].text,
      height: props.height,
      room,
      to: props.axis.to,
    });
  }, [props, scheme, still]);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
    // Not for the other panels of the group, which ApexCharts would otherwise give this panel's options.
    void chart.current?.updateOptions(options, false, !still, false);
  }, [options, still]);
  useEffect(() => {
    if (place.current === null) return;
    const drawn = new ApexCharts(place.current, latest.current);
    chart.current = drawn;
    void drawn.render();
    return () => {
      chart.current = null;
      drawn.destroy();
    };
  }, []);
  return <div ref={place} />;
}

/** The same panel drawn once, on a light ground and out of sight. @returns its SVG. @param width pixels */
export async function drawnPanel(props: ApexProps, width: number): Promise<SVGSVGElement> {
  const place = document.createElement('div');
  place.style.cssText = `position: fixed; left: -10000px; width: ${width}px`;
  document.body.append(place);
  const single = optionsOf(props, palettes.light, true);
  const look = { scheme: 'light', text: palettes.light.text, height: props.height, to: props.axis.to } as const;
  const options =
    props.lines === undefined ? single : withLines(single, props.lines.all, { ...look, room: props.lines.room });
  // By itself: it is none of the panels that move together.
  const { group: _, ...alone } = options.chart ?? {};
  const id = `image-${props.name}`.replaceAll(/\W/g, '-');
  const chart = new ApexCharts(place, { ...options, chart: { ...alone, id, width } });
  try {
    await chart.render();
    const svg = place.querySelector('svg');
    if (svg === null) throw new Error('ApexCharts drew nothing');
    return svg.cloneNode(true) as SVGSVGElement;
  } finally {
    chart.destroy();
    place.remove();
  }
}

/** Pixels from one row of notes to the next; a curve so far leaves room below, bars above. */
const NOTE_ROW = 15;
const NOTES_FROM_BELOW = 92;
const NOTES_FROM_ABOVE = 8;
/** What is told from its neighbour by more than its colour. */
const HATCHED: ReadonlySet<Tone> = new Set<Tone>(['unclear', 'regained', 'shrunk']);
/** Of the room that one bar has. */
const BAR_WIDTH = 0.82;

/**
 * ApexCharts moves the axis of a bar chart inwards by the width of a bar on each side, and that of a line does
 * not. Panels that stand above each other must agree, so a line's axis is longer by so much at each end.
 * @returns in units of the axis
 */
function insetOfBars(to: number, step: number): number {
  const share = (BAR_WIDTH * step) / to;
  return share < 0.5 ? (to / (1 - 2 * share) - to) / 2 : 0;
}

/** What ApexCharts knows of a chart that it has drawn, in pixels and in units of the axis. */
interface Drawn {
  readonly w: {
    readonly globals: {
      readonly seriesX: readonly (readonly number[])[];
      seriesXvalues: number[][];
      readonly minX: number;
      readonly maxX: number;
      readonly gridWidth: number;
    };
  };
}

/**
 * Of stacked bars ApexCharts remembers where they begin, and of these takes the one that is nearest to the pointer:
 * in the right half of a bar it would tell of the next one. Here it is told their middles.
 */
function findByMiddle({ w: { globals } }: Drawn): void {
  const { minX, maxX, gridWidth } = globals;
  globals.seriesXvalues = globals.seriesX.map((all) => all.map((x) => ((x - minX) / (maxX - minX)) * gridWidth));
}

function isSingle(points: ApexProps['points']): boolean {
  return points.filter(({ y }) => y !== null).length === 1;
}

/** What is drawn, the hindmost first. A band and its line are series of two types, which ApexCharts then has to be told of. */
function seriesOf(props: ApexProps, layers: NonNullable<ApexProps['layers']>): ApexAxisChartSeries {
  const drawn = layers.map(({ name, points }) => ({ name, data: points.map(({ x, y }) => ({ x, y })) }));
  if (props.band === undefined) return drawn;
  const { name, points } = props.band;
  const behind = points.map(({ x, y }) => ({ x, y: y === null ? [null, null] : [...y] }));
  return [
    { name, type: 'rangeArea', data: behind as { x: number; y: number[] }[] },
    ...drawn.map((one) => ({ ...one, type: 'line' })),
  ];
}

function axisOf(props: ApexProps): { min: number; max: number; tickAmount: number } {
  const about = props.height > 150 ? 3 : 2;
  const values = [
    ...props.points.map(({ y }) => y ?? 0),
    ...(props.band?.points ?? []).map(({ y }) => y?.[1] ?? 0),
    props.ahead?.high ?? 0,
  ];
  if (props.below === undefined) return niceAxis(values, about);
  return signedAxis([...values, ...props.below.map(({ y }) => y ?? 0)], about + 1);
}

function optionsOf(props: ApexProps, palette: Palette, still: boolean): ApexOptions {
  const layers = props.layers ?? [{ name: props.name, tone: props.tone, points: props.points }];
  const isBanded = props.band !== undefined;
  const text = { colors: palette.text, fontSize: '12px', fontFamily: 'inherit' };
  const line = props.kind === 'line';
  const inset = insetOfBars(props.axis.to, props.step);
  return {
    series: seriesOf(props, layers),
    chart: {
      type: line ? (isBanded ? 'rangeArea' : 'area') : 'bar',
      stacked: props.layers !== undefined,
      ...(props.layers !== undefined && { events: { mounted: findByMiddle, updated: findByMiddle } }),
      height: props.height,
      id: `${props.group}-${props.name}`.replaceAll(/\W/g, '-'),
      group: props.group,
      background: 'transparent',
      fontFamily: 'inherit',
      animations: { enabled: !still, speed: 250, dynamicAnimation: { enabled: !still, speed: 250 } },
      toolbar: { show: false },
      zoom: { enabled: false },
      selection: { enabled: false },
      parentHeightOffset: 0,
    },
    theme: { mode: 'light' },
    colors: [...(isBanded ? [palette.band] : []), ...layers.map(({ tone }) => palette[tone])],
    dataLabels: { enabled: false },
    legend: { show: false },
    // Straight from point to point: a smooth curve would show readers that were not counted.
    stroke: line ? { curve: 'straight', width: isBanded ? [0, 2] : 2 } : { width: 0 },
    fill: {
      type: isBanded ? ['solid', 'solid'] : layers.map(({ tone }) => (HATCHED.has(tone) ? 'pattern' : 'solid')),
      opacity: isBanded ? [1, 1] : line ? 0.12 : 1,
      pattern: { style: 'slantedLines', width: 4, height: 4, strokeWidth: 1.5 },
    },
    plotOptions: { bar: { columnWidth: `${BAR_WIDTH * 100}%`, borderRadius: 0 } },
    states: { hover: { filter: { type: 'none' } }, active: { filter: { type: 'none' } } },
    // A line of one point is nothing to see.
    markers: { size: line && isSingle(props.points) ? 4 : 0, strokeWidth: 0, hover: { size: 4 } },
    grid: {
      borderColor: palette.line,
      xaxis: { lines: { show: false } },
      yaxis: { lines: { show: true } },
      padding: { left: 4, right: 12, top: -18, bottom: props.axis.hidden ? -4 : 0 },
    },
    xaxis: {
      type: 'numeric',
      // Not -inset: the axis would begin at “-0”.
      min: line ? 0 - inset : 0,
      max: props.axis.to + (line ? inset : 0),
      tickAmount: props.axis.ticks,
      decimalsInFloat: 0,
      axisBorder: { show: true, color: palette.strongLine },
      axisTicks: { show: !props.axis.hidden, color: palette.strongLine, height: 4 },
      labels: {
        show: !props.axis.hidden,
        rotate: 0,
        hideOverlappingLabels: true,
        formatter: (value: string) => props.axis.label(Number(value)),
        style: text,
      },
      tooltip: { enabled: false },
      crosshairs: { show: true, width: 1, stroke: { color: palette.strongLine, dashArray: 0 } },
    },
    yaxis: {
      ...axisOf(props),
      labels: {
        minWidth: 48,
        maxWidth: 48,
        formatter: (value: number) => (props.tick ?? props.value)(value),
        style: text,
      },
    },
    annotations: {
      ...(props.ahead !== undefined && {
        yaxis: [
          {
            y: props.ahead.low,
            y2: props.ahead.high,
            borderColor: palette.accent,
            fillColor: palette.accent,
            opacity: 0.14,
            strokeDashArray: 3,
            label: {
              text: props.ahead.text,
              position: 'right',
              textAnchor: 'end',
              offsetX: -4,
              offsetY: -2,
              borderWidth: 0,
              style: { background: 'transparent', color: palette.accentText, fontSize: '11px' },
            },
          },
        ],
      }),
      xaxis: props.axis.marks.map((mark) => ({
        x: mark.x,
        borderColor: mark.noteRow === undefined ? palette.strongLine : palette.text,
        strokeDashArray: mark.noteRow === undefined ? 2 : 0,
        label: {
          text: mark.text,
          orientation: 'horizontal',
          position: 'top',
          textAnchor: mark.before ? 'end' : 'start',
          offsetX: mark.before ? -3 : 3,
          offsetY:
            mark.noteRow === undefined
              ? 8
              : (line ? props.height - NOTES_FROM_BELOW : NOTES_FROM_ABOVE) + NOTE_ROW * mark.noteRow,
          borderWidth: 0,
          style: {
            background: 'transparent',
            color: mark.noteRow === undefined ? palette.text : palette.strongText,
            fontSize: '11px',
            padding: { left: 0, top: 0 },
          },
        },
      })),
    },
    tooltip: {
      theme: 'light',
      shared: true,
      intersect: false,
      followCursor: false,
      x: { formatter: (x: number) => props.describe(x) },
      y: { formatter: (y: number | null) => (y === null ? '–' : props.value(y)) },
      marker: { show: layers.length > 1 },
    },
  };
}
