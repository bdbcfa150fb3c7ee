import { escaped } from './escaped.ts';
import { safeCss } from './safe-css.ts';
import type { Element } from './tree.ts';

/** Pictures that come along in the message itself: nothing is fetched for them. */
const INLINE_PICTURE = /^data:image\/(png|gif|jpeg|webp);base64,[a-z0-9+/=\s]*$/i;
const IMAGES = new Set(['img', 'amp-img', 'amp-anim']);
/** Pixels: what is not larger was made not to be seen. */
const UNSEEN = 3;

/**
 * Stands where a picture or a player does, as large as it, and says what it says: looking at an issue must not count as
 * opening it, nor tell anybody else. A picture that nobody was to see, ours among them, leaves nothing.
 */
export function placeholder(element: Element): string {
  const attribute = (name: string) => element.attrs.find((one) => one.name === name)?.value;
  const style = safeCss(attribute('style') ?? '');
  const size = {
    width: length(attribute('width')) ?? length(styled(style, 'width')),
    height: length(attribute('height')) ?? length(styled(style, 'height')),
  };
  if (isUnseen(size.width) || isUnseen(size.height)) return '';
  const isImage = IMAGES.has(element.tagName);
  const src = attribute('src') ?? '';
  const text = attribute('alt') ?? attribute('aria-label') ?? attribute('title') ?? '';
  const shared = attribute('class') === undefined ? '' : ` ${attribute('class')}`;
  if (isImage && INLINE_PICTURE.test(src)) {
    const given = ['width', 'height', 'align', 'border']
      .map((name) => (attribute(name) === undefined ? '' : ` ${name}="${escaped(attribute(name) ?? '')}"`))
      .join('');
    return `<img src="${escaped(src)}" alt="${escaped(text)}" class="${escaped(shared.trim())}"${given} style="${escaped(style)}">`;
  }
  const box = [
    size.width === undefined ? '' : `width:${size.width};`,
    sizeInPixels(size.width) && sizeInPixels(size.height)
      ? `aspect-ratio:${sizeInPixels(size.width)}/${sizeInPixels(size.height)};`
      : size.height === undefined
        ? ''
        : `height:${size.height};`,
  ].join('');
  const role =
    isImage && text === '' ? ' aria-hidden="true"' : ` role="img" aria-label="${escaped(text || element.tagName)}"`;
  return `<span class="readout-picture${escaped(shared)}"${role} style="${box}${escaped(style)}">${escaped(text)}</span>`;
}

/** A length as it stands in an attribute or a style: in pixels or per cent, otherwise unknown. */
function length(value: string | undefined): string | undefined {
  const [, number, unit] = /^\s*(\d{1,5}(?:\.\d+)?)\s*(px|%)?\s*$/i.exec(value ?? '') ?? [];
  return number === undefined ? undefined : `${number}${unit === '%' ? '%' : 'px'}`;
}

function styled(style: string, property: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${property}\\s*:([^;!]*)`, 'i').exec(style)?.[1];
}

function sizeInPixels(size: string | undefined): number {
  return size?.endsWith('px') ? Number.parseFloat(size) : 0;
}

function isUnseen(size: string | undefined): boolean {
  return size?.endsWith('px') === true && Number.parseFloat(size) <= UNSEEN;
}
