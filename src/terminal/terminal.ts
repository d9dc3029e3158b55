// The face of the terminal: a line, a session and a cluster → what is printed and what changes.

import { completeLine } from './shell/complete-line.ts';
import { runLine } from './shell/run-line.ts';

export type { SimulatedCluster } from './cluster/world.ts';
export { createMemory } from './cluster/world.ts';
export type { EditorFile, Outcome, Why } from './outcome.ts';
export type { PodShell, Session } from './session.ts';
export { newSession, promptOf } from './session.ts';
export type { LineCompletions } from './shell/complete-line.ts';
export { wantsMore } from './shell/parse.ts';
export { completeLine as complete, runLine as run };
