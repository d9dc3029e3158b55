// Who reaches whom: the fast evaluator. It matches distinct selectors against distinct label sets
// once, then decides classes, never pairs of pods.
import type { Cluster } from '../model/cluster.ts';
import type { Analysis } from './analysis.ts';
import { createPortSets } from './port-sets.ts';
import { decideSide } from './side.ts';
import { createTerms } from './terms.ts';
import { gatherUnits } from './units.ts';

export function analyzeCluster(cluster: Cluster): Analysis {
  const units = gatherUnits(cluster);
  const terms = createTerms(cluster, units);
  const portSets = createPortSets();
  const egress = decideSide(cluster, units, terms, portSets, 'egress');
  const ingress = decideSide(cluster, units, terms, portSets, 'ingress');
  return { peers: units.peers, egress, ingress, portSets: portSets.sets };
}
