// What assumptions and the network plugin settle of how policies see each workload.
import type { CniProfile } from '../cni/profile.ts';
import { PROFILES } from '../cni/profiles.ts';
import type { Assumptions, HostNetwork } from '../model/assumptions.ts';
import type { AddressRange, Cidr } from '../model/cidr.ts';
import type { ClusterNode } from '../model/node.ts';
import { readCidr } from '../model/read-cidr.ts';
import { AS_POD, ON_HOST, type Seen, seenOf, type Unbound } from '../model/seen.ts';
import type { Unlisted } from '../model/unlisted.ts';
import type { Workload } from '../model/workload.ts';

export function asSeen(
  workloads: readonly Workload[],
  assumptions: Assumptions,
): readonly Workload[] {
  // Shared by all workloads, so that the engine meets each only once.
  const podRanges = rangesOf(assumptions.podRanges);
  // A machine may have more addresses than its Node shows, and the input fewer Nodes than there are.
  const nodeRanges = rangesOf(assumptions.nodeRanges);
  const profile = PROFILES[assumptions.cni];
  const mode =
    assumptions.hostNetwork === 'unknown' ? profile.hostNetwork : assumptions.hostNetwork;
  return workloads.map((workload) => {
    const seen = workload.hostNetwork
      ? onHost(mode, nodeRanges)
      : onPodNetwork(workload, podRanges);
    return byPlugin(profile, seen === null ? workload : { ...workload, seen });
  });
}

/** The same of those that the input does not hold. */
export function unlistedSeen(nodes: readonly ClusterNode[], assumptions: Assumptions): Unlisted {
  const { enforces, blocksMeanPods } = PROFILES[assumptions.cni];
  const unbound: Unbound | null = enforces ? null : 'not-enforced';
  // A plugin whose blocks mean no pods means no nodes and no API server by them, either (SEMANTICS 1.32, 7.1).
  if (!blocksMeanPods) {
    return { pod: { ...AS_POD, unbound, ranges: NOWHERE }, nodes: NOWHERE, apiServer: NOWHERE };
  }
  return {
    pod: { ...AS_POD, unbound, ranges: rangesOf(assumptions.podRanges) },
    nodes: rangesOf(assumptions.nodeRanges) ?? (areAllIpv4(nodes) ? 'ipv4' : 'unknown'),
    apiServer: 'ipv4',
  };
}

/**
 * What a Node shows is not all that its packets come from: bridges and tunnels of the network plugin
 * have addresses of their own, and the input may lack Nodes (SEMANTICS 1.23). The family is common to them.
 */
function areAllIpv4(nodes: readonly ClusterNode[]): boolean {
  const shown = nodes.flatMap(({ addresses }) => addresses ?? []);
  return shown.length > 0 && shown.every(({ family }) => family === 4);
}

function byPlugin(profile: CniProfile, workload: Workload): Workload {
  const unbound = unboundBy(profile, workload);
  if (unbound === null && profile.blocksMeanPods) return workload;
  const seen = seenOf(workload);
  return {
    ...workload,
    seen: {
      ...seen,
      unbound: unbound ?? seen.unbound,
      ranges: profile.blocksMeanPods ? seen.ranges : NOWHERE,
    },
  };
}

function unboundBy({ enforces, bindsBarePods }: CniProfile, { isBare }: Workload): Unbound | null {
  if (!enforces) return 'not-enforced';
  return isBare === true && !bindsBarePods ? 'no-owner' : null;
}

const NOWHERE: readonly AddressRange[] = [];

/** Addresses that are known need no range. */
function onPodNetwork(
  { addresses }: Workload,
  ranges: readonly AddressRange[] | null,
): Seen | null {
  const isKnown = addresses !== null && addresses.length > 0;
  return isKnown || ranges === null ? null : { ...AS_POD, ranges };
}

function onHost(mode: HostNetwork, ranges: readonly AddressRange[] | null): Seen | null {
  switch (mode) {
    case 'unknown':
      return ranges === null ? null : { ...ON_HOST, ranges };
    case 'node':
      return { ...ON_HOST, asPod: 'no', ranges };
    case 'pod':
      return { ...AS_POD, ranges };
  }
}

/** null for none: unknown. What is no CIDR counts for nothing. */
export function rangesOf(texts: readonly string[]): readonly Cidr[] | null {
  const ranges = texts.flatMap((text) => {
    const reading = readCidr(text);
    return reading.ok ? [reading.cidr] : [];
  });
  return ranges.length === 0 ? null : ranges;
}
