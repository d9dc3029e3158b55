// Starts the worker from a file of its own.
import type { WorkerLike } from './client.ts';

export function spawnWorker(): WorkerLike {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
