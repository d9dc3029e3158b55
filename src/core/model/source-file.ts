// A file of manifests as it is given to us.

export interface SourceFile {
  /** Unique; shown to people and named in spans. */
  readonly name: string;
  readonly text: string;
}
