/** What the first bytes of a file say. */
export interface Picture {
  readonly type: 'image/png' | 'image/jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A PNG or a JPEG by its bytes; null: it is neither, or not whole. */
export function pictureOf(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PNG.every((byte, at) => bytes[at] === byte)) return pngOf(view);
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff ? jpegOf(view) : null;
}

/** The first chunk of a PNG is its header, and nothing else. */
function pngOf(view: DataView): Picture | null {
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49484452) return null;
  return sized('image/png', view.getUint32(16), view.getUint32(20));
}

/** Segment by segment up to the one that begins the frame: baseline, extended or progressive. */
function jpegOf(view: DataView): Picture | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xc2) return sized('image/jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    if (marker === 0xd9 || marker === 0xda) return null;
    at += 2 + (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7) ? 0 : view.getUint16(at + 2));
  }
  return null;
}

function sized(type: Picture['type'], width: number, height: number): Picture | null {
  return width > 0 && height > 0 ? { type, width, height } : null;
}
