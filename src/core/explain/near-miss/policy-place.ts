// A policy as a whole, before the question whether it selects the subject.
import type { Policy } from '../../model/policy.ts';
import type { Blocked } from './blocked.ts';

export interface PolicyPlace {
  readonly blocked: Blocked;
  readonly policy: Policy;
}
