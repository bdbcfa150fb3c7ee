import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { escaped, type Sheet, STYLES_XML, sheetXml } from './sheet-xml.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Quick rather than small: what is deflated is mostly the same few marks. */
const LEVEL = 3;

/** A workbook as Excel, Google Sheets and LibreOffice open it, written as its rows come: ECMA-376, and no more of it than is needed. */
export async function* workbook(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = Readable.from(zip.outputStream, { objectMode: false });
  const fail = (error: Error) => output.destroy(error);
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(xml), path, { compressionLevel: LEVEL });
  add('[Content_Types].xml', contentTypes(sheets.length));
  add('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  add('xl/workbook.xml', bookXml(sheets));
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'] as const,
    ]),
  );
  add('xl/styles.xml', STYLES_XML);
  for (const [at, sheet] of sheets.entries()) {
    const xml = Readable.from(inBytes(sheet), { objectMode: false });
    xml.once('error', fail);
    zip.addReadStream(xml, `xl/worksheets/sheet${at + 1}.xml`, { compressionLevel: LEVEL });
  }
  zip.once('error', fail);
  zip.end();
  for await (const chunk of output) yield chunk;
}

async function* inBytes(sheet: Sheet): AsyncGenerator<Buffer> {
  for await (const piece of sheetXml(sheet)) yield Buffer.from(piece);
}

function contentTypes(sheets: number): string {
  const parts = [
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
    ...Array.from(
      { length: sheets },
      (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    ),
  ];
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

function relations(all: readonly (readonly [type: string, target: string])[]): string {
  const each = all.map(
    ([type, target], at) => `<Relationship Id="r${at + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function bookXml(sheets: readonly Sheet[]): string {
  const each = sheets.map(({ name }, at) => `<sheet name="${sheetName(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`);
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${each.join('')}</sheets></workbook>`;
}

/** At most 31 characters, and some are not allowed. */
function sheetName(name: string): string {
  const allowed = name.replace(/[[\]:*?/\\'"\p{Cc}]/gu, ' ').trim();
  return escaped([...allowed].slice(0, 15).join('') || 'Sheet');
}
