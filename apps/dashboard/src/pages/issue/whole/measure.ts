/** A stretch of the issue, in pixels of its own page. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where things are in an issue as it is laid out. */
export interface Places {
  /** In the order of the issue; the same link may be there twice, and one that nobody sees is not. */
  readonly links: readonly { readonly id: string; readonly box: Box }[];
  /** From the top. */
  readonly sections: readonly { readonly id: string; readonly top: number }[];
  readonly paywall: number | null;
  readonly height: number;
}

/** No issue is longer; one that grows with its own frame would be. */
const HIGHEST = 60_000;

/** How wide an issue wants to be: at least as wide as its frame. */
export function widthOf({ documentElement, body }: Document): number {
  return Math.max(documentElement.scrollWidth, body?.scrollWidth ?? 0);
}

/** Looks where things are. The document is not scrolled, so that they are where its frame shows them. */
export function placesOf(page: Document): Places {
  const marked = (name: string) =>
    [...page.querySelectorAll(`[data-readout-${name}]`)].map((element) => ({
      id: element.getAttribute(`data-readout-${name}`) ?? '',
      element,
    }));
  const { documentElement, body } = page;
  const [paywall] = marked('paywall');
  return {
    links: marked('link').flatMap(({ id, element }) => {
      const box = contentBox(element);
      return box.right - box.left < 1 || box.bottom - box.top < 1 ? [] : [{ id, box }];
    }),
    sections: marked('section').map(({ id, element }) => ({ id, top: element.getBoundingClientRect().top })),
    paywall: paywall === undefined ? null : paywall.element.getBoundingClientRect().top,
    height: Math.min(HIGHEST, Math.max(documentElement.scrollHeight, body?.scrollHeight ?? 0)),
  };
}

/** Of what a link holds: around a picture or a button the link itself is only as high as a line. */
function contentBox(element: Element): Box {
  const own = element.getBoundingClientRect();
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const inside = range.getBoundingClientRect();
  if (inside.width === 0) return own;
  return {
    left: Math.min(own.width === 0 ? inside.left : own.left, inside.left),
    top: Math.min(own.height === 0 ? inside.top : own.top, inside.top),
    right: Math.max(own.right, inside.right),
    bottom: Math.max(own.bottom, inside.bottom),
  };
}
