// What is said around a QR code; whoever shows one may say it in another language.

export interface QrWords {
  /** On the button, and of the window it opens. */
  readonly code: string;
  readonly close: string;
  readonly loading: string;
  /** Of the picture, for those who hear it. */
  readonly picture: string;
  readonly tooLong: (characters: string, most: string) => string;
  /** A code with many small squares. */
  readonly fine: string;
  /** The way to a shorter link. */
  readonly shorter: string;
}

export const QR_WORDS: QrWords = {
  code: 'QR code',
  close: 'Close',
  loading: 'Loading…',
  picture: 'QR code of the link',
  tooLong: (characters, most) =>
    `This link is too long for a QR code: ${characters} characters, and a code holds ${most}.`,
  fine: 'The squares of this code are small: a phone must come close, and a larger window helps.',
  shorter:
    'For a shorter link, put the manifests on the web and share this page with ?src= and their address.',
};
