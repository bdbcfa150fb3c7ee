import type { Publication } from '@readout/catalog';
import { pictureOf } from '@readout/reports';
import type { ApiDependencies } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { USUAL_COLOUR } from './brand-for.ts';
import { contrastWithWhite, LEAST_CONTRAST, readable } from './contrast.ts';

const MOST_BYTES = 512 * 1024;
/** A picture unfolds to four bytes a pixel when it is read. */
const MOST_PIXELS = 4_000;
const BASE64 = /^[A-Za-z\d+/]+={0,2}$/;

/** @throws {Refusal} naming the nearest colour that would do. */
export function checkedColour(colour: string): string {
  const contrast = contrastWithWhite(colour);
  if (contrast >= LEAST_CONTRAST) return colour.toLowerCase();
  const shown = contrast.toFixed(1);
  const message = `On white ${colour} has a contrast of ${shown} to 1; text needs ${LEAST_CONTRAST}. Readable: ${readable(colour)}.`;
  throw refused('colour', message);
}

/** The picture's bytes. @throws {Refusal} where it is none that a report can be made with. */
export async function checkedLogo(
  { render, clock }: Pick<ApiDependencies, 'render' | 'clock'>,
  publication: Publication,
  base64: string,
): Promise<Uint8Array> {
  if (!BASE64.test(base64)) throw refused('logo', 'Not base64.');
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  if (bytes.length > MOST_BYTES) throw refused('logo', 'The picture is larger than 512 KB.');
  const picture = pictureOf(bytes);
  if (picture === null) throw refused('logo', 'Neither a PNG nor a JPEG, by what the file begins with.');
  if (picture.width > MOST_PIXELS || picture.height > MOST_PIXELS) {
    throw refused('logo', `The picture is ${picture.width} × ${picture.height} pixels; ${MOST_PIXELS} a side at most.`);
  }
  // Whether it is whole is known when a report has been made with it: here and not when somebody waits for one.
  const trial = {
    kind: 'issue',
    language: 'en',
    title: '',
    subtitle: '',
    publication: { id: publication.publicId, name: publication.name },
    timeZone: 'UTC',
    period: { from: null, to: null, text: '' },
    madeAt: new Date(clock()).toISOString(),
    about: [],
    sections: [],
  } as const;
  try {
    await render({ ...trial, about: [], sections: [] }, { colour: USUAL_COLOUR, logo: bytes }, 'pdf');
  } catch {
    throw refused('logo', 'The picture cannot be read: it is damaged or of an unusual kind. Save it anew.');
  }
  return bytes;
}

function refused(path: 'colour' | 'logo', message: string): Refusal {
  return new Refusal('invalid_request', `${path}: ${message}`, { errors: [{ path, message }] });
}
