// Who reaches whom: the fast evaluator. It matches distinct selectors against distinct label sets
// once, then decides classes, never pairs of pods.
import type { Cluster } from '../model/cluster.ts';
import type { Actor } from '../model/peer.ts';
import type { Analysis } from './analysis.ts';
import { createPortSets } from './port-sets.ts';
import { decideSide } from './side.ts';
import { createTerms } from './terms.ts';
import { gatherUnits } from './units.ts';

/** @param actors who is to be decided beside the peers */
export function analyzeCluster(cluster: Cluster, actors: readonly Actor[] = []): Analysis {
  const units = gatherUnits(cluster, actors);
  const terms = createTerms(cluster, units);
  const portSets = createPortSets();
  const egress = decideSide(cluster, units, terms, portSets, 'egress');
  const ingress = decideSide(cluster, units, terms, portSets, 'ingress');
  return { peers: units.peers, actors, egress, ingress, portSets: portSets.sets };
}
