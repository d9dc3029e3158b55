// Whether a line needs the API's descriptions: much text, which is loaded only then. A file of its own, so
// that whoever asks need not load the terminal.

export function asksDocumentation(line: string): boolean {
  return /\bexplain\b/.test(line);
}
