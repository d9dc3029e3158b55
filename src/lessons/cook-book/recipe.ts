// What a recipe is: the page that it is about, manifests to look at, and the flows that it is for.
import type { IntendedFlow, SourceFile } from '../../core/index.ts';

export interface Recipe {
  /** The page of the recipe, without its ending. */
  readonly page: string;
  /** The part of the Kubernetes documentation that it rests on. */
  readonly section: string;
  readonly files: readonly SourceFile[];
  /** What it is for: which flows there are, and which are not. */
  readonly flows: readonly IntendedFlow[];
}

/** Parts of the Kubernetes documentation on network policies. */
export const SECTION = {
  selectors: 'behavior-of-to-and-from-selectors',
  denyIngress: 'default-deny-all-ingress-traffic',
  allowIngress: 'allow-all-ingress-traffic',
  denyEgress: 'default-deny-all-egress-traffic',
  resource: 'networkpolicy-resource',
} as const;

export function addressOf({ page }: Recipe): string {
  return `https://github.com/ahmetb/kubernetes-network-policy-recipes/blob/master/${page}.md`;
}

export function documentationOf({ section }: Recipe): string {
  return `https://kubernetes.io/docs/concepts/services-networking/network-policies/#${section}`;
}
