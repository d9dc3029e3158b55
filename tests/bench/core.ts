// What the measurements call: the face of the core, and the engine behind it by itself.
export { analyzeCluster } from '../../src/core/engine/analyze.ts';
export {
  analyze,
  createReadingCache,
  createStructureCache,
  effectsOf,
  explainFlow,
  isEmptyPortSet,
  lint,
  NO_ASSUMPTIONS,
  readFlows,
  type SourceFile,
} from '../../src/core/index.ts';
export type { Cluster } from '../../src/core/model/cluster.ts';
