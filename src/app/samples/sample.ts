// Manifests to start from.
import type { SourceFile } from '../../core/index.ts';

export interface Sample {
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly about: string;
  readonly files: readonly SourceFile[];
}
