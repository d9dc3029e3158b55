// The table of near misses: what can be off by one thing, by the part of a policy that is off.
import type { BlockPeer, PodsPeer } from '../../model/policy.ts';
import { blockExcept } from './block-except.ts';
import { blockFamily } from './block-family.ts';
import { blockMisses } from './block-misses.ts';
import type { Candidate } from './blocked.ts';
import { defaultTypes } from './default-types.ts';
import { directionNotListed } from './direction-not-listed.ts';
import { labelKey } from './label-key.ts';
import { labelMissing } from './label-missing.ts';
import { labelValue } from './label-value.ts';
import { listedWithoutRules } from './listed-without-rules.ts';
import { namespaceSelectorMissing } from './namespace-selector-missing.ts';
import type { PeerPlace } from './peer-place.ts';
import type { PolicyPlace } from './policy-place.ts';
import { portName } from './port-name.ts';
import { portNumber } from './port-number.ts';
import type { PortPlace } from './port-place.ts';
import { protocol } from './protocol.ts';
import type { SelectorPlace } from './selector-place.ts';
import { selectorsInOneEntry } from './selectors-in-one-entry.ts';
import { servicePort } from './service-port.ts';
import { wrongDirection } from './wrong-direction.ts';
import { wrongNamespace } from './wrong-namespace.ts';

type Kinds<Place> = readonly ((place: Place) => readonly Candidate[])[];

/** Of a policy's podSelector, and of both selectors of a peer entry; the first that finds something speaks. */
export const SELECTOR_KINDS: Kinds<SelectorPlace> = [labelValue, labelKey, labelMissing];

/** Of an entry that means pods. */
export const PODS_KINDS: Kinds<PeerPlace<PodsPeer>> = [
  namespaceSelectorMissing,
  selectorsInOneEntry,
];

/** Of an entry that means addresses. */
export const BLOCK_KINDS: Kinds<PeerPlace<BlockPeer>> = [blockMisses, blockExcept, blockFamily];

/** Of a port entry. */
export const PORT_KINDS: Kinds<PortPlace> = [servicePort, portName, protocol, portNumber];

/** Of a policy in the subject's namespace. */
export const NEIGHBOUR_KINDS: Kinds<PolicyPlace> = [
  directionNotListed,
  defaultTypes,
  listedWithoutRules,
  wrongDirection,
];

/** Of a policy in another namespace. */
export const STRANGER_KINDS: Kinds<PolicyPlace> = [wrongNamespace];
