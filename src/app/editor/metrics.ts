// Sizes that the plain field and Monaco share, so that the text stays in place when one replaces the other.

/** Pixels. */
export const FONT_SIZE = 13;
export const LINE_HEIGHT = 20;
export const PADDING_TOP = 8;
