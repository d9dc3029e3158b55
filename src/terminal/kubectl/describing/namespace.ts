// `kubectl describe namespace`.
import { annotationsLines, type Describe, headLines, labelsLines } from './common.ts';

export const describeNamespace: Describe = (object) => [
  ...headLines(object),
  ...labelsLines(object),
  ...annotationsLines(object),
  'Status:\tActive',
  '',
  'No resource quota.',
  '',
  'No LimitRange resource.',
];
