// Fields that only the experimental definitions of the administrators' policies have (SEMANTICS 3.6,
// 3.10, 4.5). A cluster has one set of definitions or the other, and a manifest can't tell which.
// v1alpha1 is read with them: the network plugins that enforce it bring them along. v1alpha2 is read
// as the standard definitions have it, unless the policy's annotation says otherwise, or a server has
// printed it, which must have known its fields.
import { entryOf, valueAt } from './fields.ts';
import type { Notes } from './notes.ts';
import { isStored } from './objects.ts';
import type { Entry, MapTree } from './tree.ts';

const CHANNEL = 'netpolis.dev/channel';

export type Channel = 'standard' | 'experimental';

/** What a policy is read with, and which of its fields were told to be experimental already. */
export interface ChannelReading {
  readonly channel: Channel;
  readonly told: Set<string>;
}

export function channelOf(object: MapTree, isStandard: boolean): ChannelReading {
  const metadata = valueAt(object, 'metadata');
  const annotations = metadata?.type === 'map' ? valueAt(metadata, 'annotations') : null;
  const value = annotations?.type === 'map' ? entryOf(annotations, CHANNEL)?.value : undefined;
  const says = value?.type === 'scalar' ? value.text : '';
  return {
    channel:
      isStandard && says !== 'experimental' && !isStored(object) ? 'standard' : 'experimental',
    told: new Set(),
  };
}

/** Says that a field is there only with the experimental definitions; whether it may be read. */
export function mayUse(notes: Notes, { channel, told }: ChannelReading, entry: Entry): boolean {
  const { key, keyRange } = entry;
  if (channel === 'standard') {
    notes.error(
      'experimental-field',
      keyRange,
      `The standard definition of ClusterNetworkPolicy has no ${key}, and it is read by that one. If your cluster has the experimental definition, say so in the policy: metadata.annotations, ${CHANNEL}: experimental.`,
    );
    return false;
  }
  if (!told.has(key)) {
    told.add(key);
    notes.info(
      'experimental-field',
      keyRange,
      `${key} is only in the experimental definition of this kind, and is read by it: a cluster with the standard definition refuses this policy.`,
    );
  }
  return true;
}
