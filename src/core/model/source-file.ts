// A file of manifests as it is given to us.

export interface SourceFile {
  /** Unique; shown to people and named in spans. */
  readonly name: string;
  readonly text: string;
  /** false: written, and not applied yet. It is read, with its findings, and its objects take no part. */
  readonly applied?: false;
}

/** The file with other text; nothing else about it changes. */
export function withText(file: SourceFile, text: string): SourceFile {
  return { ...file, text };
}

/** The same file as the cluster has it, or as it does not have it yet. */
export function withApplied({ name, text }: SourceFile, applied: boolean): SourceFile {
  return applied ? { name, text } : { name, text, applied: false };
}

export function isApplied(file: SourceFile): boolean {
  return file.applied !== false;
}

/** The same name, text and state. */
export function isSameFile(one: SourceFile, other: SourceFile): boolean {
  return one.name === other.name && one.text === other.text && isApplied(one) === isApplied(other);
}
