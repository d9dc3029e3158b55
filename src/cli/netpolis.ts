// The program: hands the process's arguments and streams to the commands.
import { fstatSync, writeSync } from 'node:fs';
import process from 'node:process';
import { run } from './run.ts';

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;
/** Neither done nor a check that failed: what was asked for could not be written. */
const NOT_WRITTEN = 2;

/** Writes all of it, also into a pipe whose reader is slow; throws where nothing can be written. */
function writeAll(descriptor: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** Messages that nobody can read must not keep the result from those who can read that. */
function writeMessage(text: string): void {
  try {
    writeAll(STDERR, text);
  } catch {}
}

function writeResult(text: string): void {
  try {
    writeAll(STDOUT, text);
  } catch (error) {
    // The reader has seen enough, as `head` does.
    if (codeOf(error) === 'EPIPE') process.exit(0);
    writeMessage(`netpolis: the result can't be written: ${codeOf(error)}\n`);
    process.exit(NOT_WRITTEN);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

let isRead = false;

async function readInput(): Promise<Uint8Array> {
  // A second reader would find nothing, and take that for an empty file.
  if (isRead) throw Object.assign(new Error('read already'), { code: 'EALREADY' });
  isRead = true;
  // Read as a stream, a folder would be an empty input.
  if (fstatSync(STDIN).isDirectory())
    throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  return Buffer.concat(await process.stdin.toArray());
}

process.exitCode = await run(process.argv.slice(2), { readInput, writeResult, writeMessage });
