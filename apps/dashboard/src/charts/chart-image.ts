import { fileName, saveFile } from '../csv/save-file.ts';
import { type ApexProps, drawnPanel } from './apex.tsx';
import { palettes } from './palette.ts';

/** A panel with what stands above it. */
interface Panel extends ApexProps {
  readonly label: string;
  readonly unit: string;
}

const WIDTH = 960;
const MARGIN = 32;
const LETTERS_IN_LINE = 80;
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
/** Pixels of a picture to those of the drawing: sharp in print and on fine screens. */
const SCALE = 2;
const SVG = 'http://www.w3.org/2000/svg';

/** Takes a chart out as it stands, on a white ground, with its finding, its units and where it comes from. */
export async function downloadChart(
  format: 'png' | 'svg',
  panels: readonly Panel[],
  { finding, source }: { readonly finding: string; readonly source: string },
): Promise<void> {
  const { svg, height } = await composed(panels, finding, source);
  const text = new XMLSerializer().serializeToString(svg);
  const drawing = new Blob([text], { type: 'image/svg+xml' });
  saveFile(format === 'svg' ? drawing : await painted(text, height), fileName(finding, format));
}

async function composed(panels: readonly Panel[], finding: string, source: string) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('xmlns', SVG);
  svg.setAttribute('font-family', FONT);
  const ground = add(svg, 'rect', { width: WIDTH, fill: '#ffffff' });
  const title = add(svg, 'title', {});
  title.textContent = finding;
  let y = MARGIN + 14;
  for (const line of wrapped(finding)) {
    write(svg, line, MARGIN, y, { 'font-size': 18, 'font-weight': 600, fill: palettes.light.strongText });
    y += 26;
  }
  for (const { label, unit, ...panel } of panels) {
    y += 10;
    write(svg, `${label}, ${unit}`, MARGIN, y, { 'font-size': 13, fill: palettes.light.text });
    let x = MARGIN;
    for (const { name, tone } of panel.layers ?? []) {
      if (x === MARGIN) y += 20;
      add(svg, 'rect', { x, y: y - 9, width: 10, height: 10, fill: palettes.light[tone] });
      write(svg, name, x + 15, y, { 'font-size': 12, fill: palettes.light.text });
      x += 34 + name.length * 7;
    }
    y += 10;
    const drawn = await drawnPanel(panel, WIDTH - 2 * MARGIN);
    // What is HTML within it a picture cannot be made of, and nothing of the chart.
    for (const html of drawn.querySelectorAll('foreignObject')) html.remove();
    drawn.setAttribute('x', String(MARGIN));
    drawn.setAttribute('y', String(y));
    drawn.removeAttribute('class');
    svg.append(drawn);
    y += panel.height;
  }
  y += 26;
  write(svg, source, MARGIN, y, { 'font-size': 12, fill: palettes.light.text });
  const height = y + 20;
  ground.setAttribute('height', String(height));
  for (const [name, value] of Object.entries({ width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` })) {
    svg.setAttribute(name, String(value));
  }
  return { svg, height };
}

async function painted(text: string, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture is empty.')) : resolve(blob)), 'image/png');
  });
}

function add(parent: Element, name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  parent.append(element);
  return element;
}

function write(
  parent: Element,
  text: string,
  x: number,
  y: number,
  attributes: Readonly<Record<string, string | number>>,
): void {
  add(parent, 'text', { x, y, ...attributes }).textContent = text;
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= LETTERS_IN_LINE) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
