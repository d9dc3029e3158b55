// The program: hands the process's arguments and streams to the commands.
import { writeSync } from 'node:fs';
import process from 'node:process';
import { run } from './run.ts';

const STDOUT = 1;
const STDERR = 2;

/** Writes all of it, also into a pipe whose reader is slow. */
function writeAll(descriptor: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // The reader has seen enough, as `head` does.
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

process.exitCode = await run(process.argv.slice(2), {
  readInput: async () => Buffer.concat(await process.stdin.toArray()),
  writeResult: (text) => writeAll(STDOUT, text),
  writeMessage: (text) => writeAll(STDERR, text),
});
