import { CONTENT_WIDTH, INK, PAGE } from './look.ts';
import { type Document, type Line, type Style, Typesetter } from './typesetter.ts';

/** A part of the document's structure, for whoever has it read to them. */
export type Part = ReturnType<Document['struct']>;

/** The pages of a report, written from top to bottom. Whatever is written belongs to a part of the structure, or is decoration. */
export class Paper {
  readonly type: Typesetter;
  readonly document: Document;
  /** `#rrggbb` */
  readonly accent: string;
  /** Of what is written here and was not written before: figures at axes. BCP 47. */
  readonly locale: string;
  /** The whole of the structure. */
  readonly root: Part;
  /** Where the next thing begins: its top. */
  y: number = PAGE.top;
  #pages = 1;

  constructor(document: Document, look: { readonly accent: string; readonly locale: string }) {
    this.document = document;
    this.accent = look.accent;
    this.locale = look.locale;
    this.type = new Typesetter(document);
    this.root = document.struct('Document');
    document.addStructure(this.root);
  }

  /** Pages so far. */
  get pages(): number {
    return this.#pages;
  }

  /** Points that are left on this page. */
  get room(): number {
    return PAGE.height - PAGE.bottom - this.y;
  }

  get isAtTop(): boolean {
    return this.y <= PAGE.top;
  }

  turn(): void {
    this.document.addPage();
    this.#pages += 1;
    this.y = PAGE.top;
  }

  /** Begins a page where less than so much is left. @returns whether it did */
  need(height: number): boolean {
    if (this.room >= height || this.isAtTop) return false;
    this.turn();
    return true;
  }

  space(height: number): void {
    if (!this.isAtTop) this.y += height;
  }

  /** Adds a part to another one. */
  part(tag: string, within: Part, options: PDFKit.Mixins.StructureElementOptions = {}): Part {
    const part = this.document.struct(tag, options);
    within.add(part);
    return part;
  }

  /** Adds a part that is written at once, on this page. */
  leaf(tag: string, within: Part, write: () => void, options: PDFKit.Mixins.StructureElementOptions = {}): void {
    const part = this.document.struct(tag, options, write);
    within.add(part);
    part.end();
  }

  /** What is seen and says nothing. */
  decorate(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.document.endMarkedContent();
  }

  rule(
    y: number,
    { from = PAGE.left as number, to = PAGE.left + CONTENT_WIDTH, colour = INK.line as string, width = 0.5 } = {},
  ): void {
    this.decorate(() => this.document.moveTo(from, y).lineTo(to, y).lineWidth(width).strokeColor(colour).stroke());
  }

  /** Lines below each other, from `y` on. @returns their height */
  set(
    lines: readonly Line[],
    style: Style,
    {
      x,
      y,
      width,
      align = 'left',
      colour = INK.text,
    }: { x: number; y: number; width: number; align?: 'left' | 'right'; colour?: string },
  ): number {
    const leading = this.type.leading(style);
    for (const [at, line] of lines.entries()) {
      const isRight = align === 'right' || line.isRightToLeft;
      this.type.write(line, isRight ? x + width - line.width : x, y + at * leading, style, colour);
    }
    return lines.length * leading;
  }

  /**
   * A paragraph of the text, over as many pages as it takes: no first line is left alone at the foot of a page, and no
   * last one goes alone to the next.
   */
  paragraph(
    tag: string,
    within: Part,
    text: string,
    style: Style,
    { x = PAGE.left as number, width = CONTENT_WIDTH, colour = INK.text as string } = {},
  ): void {
    const leading = this.type.leading(style);
    let rest = this.type.lines(text, style, width);
    const part = this.part(tag, within);
    while (rest.length > 0) {
      let fitting = Math.min(rest.length, Math.floor(this.room / leading));
      if (rest.length - fitting === 1) fitting -= 1;
      if (fitting < Math.min(2, rest.length) && !this.isAtTop) {
        this.turn();
        continue;
      }
      const now = rest.slice(0, Math.max(1, fitting));
      part.add(
        this.document.struct('Span', {}, () => {
          this.set(now, style, { x, y: this.y, width, colour });
        }),
      );
      this.y += now.length * leading;
      rest = rest.slice(now.length);
    }
    part.end();
  }
}
