// The files that are named behind a small command.

/** Without its switches. */
export function namesIn(args: readonly string[]): readonly string[] {
  return args.filter((word) => !word.startsWith('-'));
}
