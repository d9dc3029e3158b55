// The samples on offer, the opening one first.
import { isSameFile, type SourceFile } from '../../core/index.ts';
import { adminTeamBaseline } from './admin-team-baseline.ts';
import { defaultDeny } from './default-deny.ts';
import { namespacesAndLabels } from './namespaces-and-labels.ts';
import type { Sample } from './sample.ts';
import { smallShop } from './small-shop.ts';

export const OPENING_SAMPLE: Sample = smallShop;
export const SAMPLES: readonly Sample[] = [
  smallShop,
  defaultDeny,
  namespacesAndLabels,
  adminTeamBaseline,
];

/** Whether these files are a sample as it came, without an edit. */
export function isSample(files: readonly SourceFile[]): boolean {
  return SAMPLES.some(
    (sample) =>
      sample.files === files ||
      (sample.files.length === files.length &&
        sample.files.every((file, at) => {
          const twin = files[at];
          return twin !== undefined && isSameFile(file, twin);
        })),
  );
}
