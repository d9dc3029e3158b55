// Every rule of the linter, gravest first.
import type { LintRule } from './rule.ts';
import { dnsBlocked } from './rules/dns-blocked.ts';
import { equalPriority } from './rules/equal-priority.ts';
import { fewEnforce } from './rules/few-enforce.ts';
import { hostNetworkSubject } from './rules/host-network-subject.ts';
import { missingPortName } from './rules/missing-port-name.ts';
import { mixedVersions } from './rules/mixed-versions.ts';
import { oneAddressFamily } from './rules/one-address-family.ts';
import { overruledDeny } from './rules/overruled-deny.ts';
import { peerMatchesNothing } from './rules/peer-matches-nothing.ts';
import { podAddressBlock } from './rules/pod-address-block.ts';
import { policyOrder } from './rules/policy-order.ts';
import { redundant } from './rules/redundant.ts';
import { selectsNothing } from './rules/selects-nothing.ts';
import { servicePort } from './rules/service-port.ts';
import { serviceWithoutPods } from './rules/service-without-pods.ts';
import { shadowedRule } from './rules/shadowed-rule.ts';
import { splitPeer } from './rules/split-peer.ts';
import { unlistedDirection } from './rules/unlisted-direction.ts';
import { unprotected } from './rules/unprotected.ts';
import { unreachablePolicy } from './rules/unreachable-policy.ts';
import { unusedBaseline } from './rules/unused-baseline.ts';
import { wayToNowhere } from './rules/way-to-nowhere.ts';

export const LINT_RULES: readonly LintRule[] = [
  selectsNothing,
  peerMatchesNothing,
  splitPeer,
  unlistedDirection,
  missingPortName,
  servicePort,
  serviceWithoutPods,
  wayToNowhere,
  unreachablePolicy,
  shadowedRule,
  equalPriority,
  mixedVersions,
  dnsBlocked,
  hostNetworkSubject,
  policyOrder,
  redundant,
  overruledDeny,
  unusedBaseline,
  unprotected,
  podAddressBlock,
  oneAddressFamily,
  fewEnforce,
];
