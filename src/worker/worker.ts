// The entry of the Web Worker.
import { serveEngine } from './serve.ts';

serveEngine(globalThis);
