// Text of the simulated cluster, made harmless for a screen that obeys control characters.

/** Names and labels of manifests are anybody's: no letter of theirs may steer the terminal. */
export function printable(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (letter) =>
      letter === '\n' || letter === '\t' ? letter : '',
    )
    .replaceAll('\n', '\r\n');
}

/** In the colour that the theme has for what is said aside. */
export function dim(text: string): string {
  return `\x1b[90m${text}\x1b[39m`;
}
