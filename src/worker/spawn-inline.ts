// Takes the place of spawn.ts where the page is one file: starts the worker from the text it lies there as.

import type { WorkerLike } from './client.ts';
import EngineWorker from './worker.ts?worker&inline';

export function spawnWorker(): WorkerLike {
  return new EngineWorker();
}
