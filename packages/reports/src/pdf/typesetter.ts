import bidiFactory, { type Bidi } from 'bidi-js';
import type PDFDocument from 'pdfkit';
import { type Face, faceOf, fileOf, isNeutral, scriptOf, type Weight } from './faces.ts';

export type Document = InstanceType<typeof PDFDocument>;

/** A stretch of a line in one face and one direction, in the order in which it is seen. */
interface Run {
  readonly text: string;
  readonly face: Face;
  readonly width: number;
}

export interface Line {
  readonly runs: readonly Run[];
  /** Points. */
  readonly width: number;
  /** Whether it reads from the right. */
  readonly isRightToLeft: boolean;
}

export interface Style {
  readonly weight: Weight;
  /** Points. */
  readonly size: number;
}

// What Node hands over is the function itself, although the package's types promise a module.
const bidi = (bidiFactory as unknown as () => Bidi)();
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const graphemes = new Intl.Segmenter();
/** From the top of a line to its baseline, as a share of the size: the ascender of IBM Plex. */
const BASELINE = 1.025;

/** Breaks text into lines and writes them: with a face for every script, in both directions. */
export class Typesetter {
  readonly #document: Document;
  readonly #widths = new Map<string, number>();
  readonly #known = new Set<Face>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** Height of a line in points. */
  leading({ size }: Style): number {
    return size * 1.42;
  }

  /** As many lines as it takes; a word wider than a line is broken. @param width points */
  lines(text: string, style: Style, width: number): readonly Line[] {
    const lines: string[] = [];
    for (const paragraph of clean(text).split('\n')) {
      let line = '';
      let filled = 0;
      for (const piece of pieces(paragraph)) {
        const needed = this.width(piece.trimEnd(), style);
        if (line !== '' && filled + needed > width) {
          lines.push(line);
          [line, filled] = ['', 0];
        }
        let rest = piece;
        // What no line can hold is broken wherever a line is full.
        while (this.width(rest.trimEnd(), style) > width) {
          const fits = this.#fitting(rest, style, width);
          lines.push(rest.slice(0, fits));
          rest = rest.slice(fits);
        }
        line += rest;
        filled += this.width(rest, style);
      }
      lines.push(line);
    }
    return lines.map((line) => this.#line(line.trimEnd(), style));
  }

  /** One line, cut off with an ellipsis where it is too wide. */
  line(text: string, style: Style, width: number): Line {
    const whole = clean(text).replaceAll('\n', ' ');
    if (this.width(whole, style) <= width) return this.#line(whole, style);
    const fits = this.#fitting(whole, style, width - this.width('…', style));
    return this.#line(`${whole.slice(0, fits).trimEnd()}…`, style);
  }

  /** In points, of one line. */
  width(text: string, style: Style): number {
    return runsOf(text, style.weight).reduce((sum, run) => sum + this.#widthOf(run.text, run.face, style.size), 0);
  }

  /** The width of the widest word: no column may be narrower. */
  widestWord(text: string, style: Style): number {
    return Math.max(0, ...pieces(clean(text)).map((piece) => this.width(piece.trimEnd(), style)));
  }

  /** @param y top of the line */
  write(line: Line, x: number, y: number, style: Style, colour: string): void {
    let at = x;
    for (const { text, face, width } of line.runs) {
      this.#choose(face, style.size);
      this.#document
        .fillColor(colour)
        .text(text, at, y + style.size * BASELINE, { lineBreak: false, baseline: 'alphabetic' });
      at += width;
    }
  }

  #line(text: string, style: Style): Line {
    const isRightToLeft = RIGHT_TO_LEFT.test(text) && (bidi.getEmbeddingLevels(text).paragraphs[0]?.level ?? 0) === 1;
    const runs = runsOf(text, style.weight).map((run) => ({
      ...run,
      width: this.#widthOf(run.text, run.face, style.size),
    }));
    return { runs, width: runs.reduce((sum, { width }) => sum + width, 0), isRightToLeft };
  }

  /** How many characters fit into a line, one at least. */
  #fitting(text: string, style: Style, width: number): number {
    const ends = [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length);
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.width(text.slice(0, ends[middle]), style) <= width) low = middle;
      else high = middle - 1;
    }
    return ends[low] ?? text.length;
  }

  /** Word by word: they come again and again. */
  #widthOf(text: string, face: Face, size: number): number {
    return text.split(/(?<= )/).reduce((sum, word) => sum + this.#widthOfWord(word, face), 0) * size;
  }

  /** Of a size of one point. */
  #widthOfWord(word: string, face: Face): number {
    const key = `${face} ${word}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    this.#choose(face, 100);
    const width = this.#document.widthOfString(word) / 100;
    this.#widths.set(key, width);
    return width;
  }

  #choose(face: Face, size: number): void {
    if (!this.#known.has(face)) {
      this.#document.registerFont(face, fileOf(face));
      this.#known.add(face);
    }
    this.#document.font(face).fontSize(size);
  }
}

/** Without what cannot be written: control characters, and halves of characters. */
function clean(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}

/** Where a line may end: after a space, and within addresses after their joints. */
function pieces(text: string): string[] {
  return text.split(/(?<=[\s–—])|(?<=[/?&=_.-])(?=[\p{L}\p{N}]{4})/u);
}

function runsOf(text: string, weight: Weight): readonly Omit<Run, 'width'>[] {
  if (!RIGHT_TO_LEFT.test(text)) return byFace(text, weight);
  const embedding = bidi.getEmbeddingLevels(text);
  const order = bidi.getReorderedIndices(text, embedding);
  const seen: { from: number; to: number; level: number }[] = [];
  for (const index of order) {
    const level = embedding.levels[index] ?? 0;
    const last = seen.at(-1);
    const follows = last !== undefined && last.level === level && index === (level % 2 === 1 ? last.from - 1 : last.to);
    if (!follows) seen.push({ from: index, to: index + 1, level });
    else if (level % 2 === 1) last.from = index;
    else last.to = index + 1;
  }
  return seen.flatMap(({ from, to, level }) => {
    if (level % 2 === 0) return byFace(text.slice(from, to), weight);
    // The face reverses its letters itself; what opens and closes is turned around here.
    const mirrored = [...text.slice(from, to)].map((character) => bidi.getMirroredCharacter(character) ?? character);
    return byFace(mirrored.join(''), weight).toReversed();
  });
}

function byFace(text: string, weight: Weight): readonly Omit<Run, 'width'>[] {
  const runs: { text: string; face: Face }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const script = scriptOf(character);
    const stays =
      script === null || (script === 'latin' && isNeutral(character) && last !== undefined && isRightToLeft(last.face));
    const face = stays && last !== undefined ? last.face : faceOf(script ?? 'latin', weight);
    if (last !== undefined && last.face === face) last.text += character;
    else runs.push({ text: character, face });
  }
  return runs;
}

function isRightToLeft(face: Face): boolean {
  return face.startsWith('hebrew') || face.startsWith('arabic');
}
