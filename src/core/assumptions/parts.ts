// The assumptions one by one, each in words.
import { PROFILES } from '../cni/profiles.ts';
import {
  type AssumedNamespace,
  type Assumptions,
  type HostNetwork,
  NO_ASSUMPTIONS,
} from '../model/assumptions.ts';

export interface AssumptionPart {
  /** The namespace whose labels it gives; null for every other part. */
  readonly namespace: string | null;
  /** Behind "assuming that": `pod addresses are in 10.244.0.0/16`. */
  readonly words: string;
  /** All the other parts. */
  readonly without: Assumptions;
  /** This part by itself. */
  readonly alone: Assumptions;
}

/** Those that are not as they are by default. */
export function partsOf(assumptions: Assumptions): readonly AssumptionPart[] {
  const { cni, podRanges, nodeRanges, serviceRanges, namespaces, hostNetwork, defaultNamespace } =
    assumptions;
  const part = <Key extends keyof Assumptions>(key: Key, words: string | null) =>
    words === null
      ? []
      : [
          {
            namespace: null,
            words,
            without: { ...assumptions, [key]: NO_ASSUMPTIONS[key] },
            alone: { ...NO_ASSUMPTIONS, [key]: assumptions[key] },
          },
        ];
  return [
    ...part('cni', cni === NO_ASSUMPTIONS.cni ? null : PROFILES[cni].words),
    ...part('podRanges', rangesWords('pod addresses', podRanges)),
    ...part('nodeRanges', rangesWords('node addresses', nodeRanges)),
    ...part('serviceRanges', rangesWords('Service addresses', serviceRanges)),
    ...part('hostNetwork', HOST_NETWORK_WORDS[hostNetwork]),
    ...part(
      'defaultNamespace',
      defaultNamespace === NO_ASSUMPTIONS.defaultNamespace
        ? null
        : `objects that name no namespace belong to ${defaultNamespace}`,
    ),
    ...namespaces.map((namespace) => ({
      namespace: namespace.name,
      words: namespaceWords(namespace),
      without: { ...assumptions, namespaces: namespaces.filter((other) => other !== namespace) },
      alone: { ...NO_ASSUMPTIONS, namespaces: [namespace] },
    })),
  ];
}

function rangesWords(whose: string, ranges: readonly string[]): string | null {
  return ranges.length === 0 ? null : `${whose} are in ${listed(ranges, 'or')}`;
}

const HOST_NETWORK_WORDS: Readonly<Record<HostNetwork, string | null>> = {
  unknown: null,
  node: "policies see nothing but the node of pods on the host's network",
  pod: "policies treat pods on the host's network like any other pod",
};

function namespaceWords({ name, labels, isComplete }: AssumedNamespace): string {
  const pairs = labels.map(([key, value]) => `${key}=${value}`);
  const has = `namespace ${name} has`;
  if (pairs.length === 0) return `${has} no labels but the one with its name`;
  const which = `${has} the ${pairs.length === 1 ? 'label' : 'labels'} ${listed(pairs, 'and')}`;
  return isComplete ? `${which} and no others` : which;
}

/** More than these say no more. */
const MOST_LISTED = 6;

function listed(texts: readonly string[], joint: 'and' | 'or'): string {
  const shown = texts.slice(0, MOST_LISTED);
  const rest = texts.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${joint} ${last}`;
}
