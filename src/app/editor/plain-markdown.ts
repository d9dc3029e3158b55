// Words that quote what people typed, for places that read markdown.

/** Nothing of it may become a link or a picture. */
export function asPlainMarkdown(words: string): string {
  return words.replace(/[\\`*_{}[\]()<>#+\-.!|~&:]/g, '\\$&');
}
