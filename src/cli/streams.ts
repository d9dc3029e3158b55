// Where the command line reads and writes; the process's own in use, others in tests.
export interface Streams {
  /** The whole of standard input. */
  readInput(): Promise<Uint8Array>;
  writeResult(text: string): void;
  writeMessage(text: string): void;
}
