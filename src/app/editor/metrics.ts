// Sizes that the plain field and Monaco share, so that the text stays in place when one replaces the other.

/** Pixels. */
const FONT_SIZE = 13;
export const LINE_HEIGHT = 20;
/** Large enough to be read across a room, where the page is for a projector. */
export function textSize(): { readonly fontSize: number; readonly lineHeight: number } {
  return 'projector' in document.documentElement.dataset
    ? { fontSize: 18, lineHeight: 27 }
    : { fontSize: FONT_SIZE, lineHeight: LINE_HEIGHT };
}

export const PADDING_TOP = 8;
