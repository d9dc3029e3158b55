// Wrong solutions for every lesson of the course: none of them may pass.
import type { LessonId } from '../../../src/lessons/course.ts';
import { mistakes as andOr } from './mistakes/and-or.ts';
import { mistakes as blocks } from './mistakes/blocks.ts';
import { mistakes as defaultDeny } from './mistakes/default-deny.ts';
import { mistakes as directions } from './mistakes/directions.ts';
import { mistakes as empty } from './mistakes/empty.ts';
import { mistakes as holes } from './mistakes/holes.ts';
import type { Mistake } from './mistakes/mistake.ts';
import { mistakes as namespaces } from './mistakes/namespaces.ts';
import { mistakes as nginx } from './mistakes/nginx.ts';
import { mistakes as policy } from './mistakes/policy.ts';
import { mistakes as ports } from './mistakes/ports.ts';
import { mistakes as selectors } from './mistakes/selectors.ts';
import { mistakes as tiers } from './mistakes/tiers.ts';

export const MISTAKES: Readonly<Record<LessonId, readonly Mistake[]>> = {
  namespaces,
  policy,
  nginx,
  directions,
  selectors,
  ports,
  blocks,
  'default-deny': defaultDeny,
  'and-or': andOr,
  empty,
  tiers,
  holes,
};
