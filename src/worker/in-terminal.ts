// Runs the lines of a terminal against an analysis; a chunk of its own, loaded when a terminal is opened.
import { complete, createMemory, run, type SimulatedCluster } from '../terminal/terminal.ts';
import type { Analyzed } from './asked.ts';
import type { Engine } from './engine.ts';

type Questions = Pick<Engine, 'runLine' | 'completeLine'>;

/** @param documentation where lines ask for it: it is much text, and comes with its own chunk */
export function terminalAbout(
  newest: () => Analyzed | null,
  documentation?: NonNullable<SimulatedCluster['documentation']>,
): Questions {
  const memory = createMemory();
  const clusterAt = (version: number, now: number): SimulatedCluster | null => {
    const analyzed = newest();
    if (analyzed?.version !== version) return null;
    const { files, outcome } = analyzed;
    const { assumptions } = outcome;
    const known = documentation === undefined ? {} : { documentation };
    return { files, assumptions, outcome, now, memory, ...known };
  };
  return {
    runLine(version, line, session, now) {
      const cluster = clusterAt(version, now);
      return cluster === null ? null : run(line, session, cluster);
    },
    completeLine(version, line, at, session) {
      const cluster = clusterAt(version, 0);
      return cluster === null ? null : complete(line, at, session, cluster);
    },
  };
}
