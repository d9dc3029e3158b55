// Every rule of the linter, gravest first.
import type { LintRule } from './rule.ts';
import { dnsBlocked } from './rules/dns-blocked.ts';
import { hostNetworkSubject } from './rules/host-network-subject.ts';
import { missingPortName } from './rules/missing-port-name.ts';
import { oneAddressFamily } from './rules/one-address-family.ts';
import { peerMatchesNothing } from './rules/peer-matches-nothing.ts';
import { podAddressBlock } from './rules/pod-address-block.ts';
import { policyOrder } from './rules/policy-order.ts';
import { redundant } from './rules/redundant.ts';
import { selectsNothing } from './rules/selects-nothing.ts';
import { servicePort } from './rules/service-port.ts';
import { serviceWithoutPods } from './rules/service-without-pods.ts';
import { splitPeer } from './rules/split-peer.ts';
import { unlistedDirection } from './rules/unlisted-direction.ts';
import { unprotected } from './rules/unprotected.ts';
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
  dnsBlocked,
  hostNetworkSubject,
  policyOrder,
  redundant,
  unprotected,
  podAddressBlock,
  oneAddressFamily,
];
