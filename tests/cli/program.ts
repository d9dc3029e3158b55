// Builds the command line as people get it, and runs it.
import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

export interface Program {
  /** A folder of its own, where it runs. */
  readonly folder: string;
  readonly file: string;
  /** Writes files at paths below the folder. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  run(args: readonly string[], input?: string | Uint8Array): Ran;
  /** As somebody who may not read everything, also where the tests run as root. */
  runUnprivileged(args: readonly string[]): Ran;
  /** A whole line for a shell, where `netpolis` is the program. */
  shell(line: string): Ran;
  remove(): void;
}

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The user that Unix systems keep for those without rights. */
const NOBODY = 65534;
/** Enough for the largest output of a test. */
const MAX_BUFFER = 1 << 30;

export function buildProgram(): Program {
  const folder = mkdtempSync(join(tmpdir(), 'netpolis-cli-'));
  chmodSync(folder, 0o755);
  // A place of its own: several test files build at the same time.
  const built = join(folder, 'built');
  execFileSync(
    'npx',
    ['vite', 'build', '--config', 'vite.cli.config.ts', '--outDir', built, '--logLevel', 'error'],
    { stdio: 'pipe' },
  );
  const file = join(built, 'netpolis.mjs');
  const cwd = join(folder, 'work');
  mkdirSync(cwd);
  return {
    folder: cwd,
    file,
    write(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(cwd, path)), { recursive: true });
        writeFileSync(join(cwd, path), text);
      }
    },
    run: (args, input = '') =>
      ranOf(spawnSync(process.execPath, [file, ...args], { cwd, input, maxBuffer: MAX_BUFFER })),
    runUnprivileged: (args) => {
      const user = process.getuid?.() === 0 ? { uid: NOBODY } : {};
      return ranOf(spawnSync(process.execPath, [file, ...args], { cwd, ...user }));
    },
    shell: (line) =>
      ranOf(
        spawnSync('bash', ['-c', `netpolis() { "${process.execPath}" "${file}" "$@"; }\n${line}`], {
          cwd,
          maxBuffer: MAX_BUFFER,
        }),
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function ranOf({ status, stdout, stderr }: SpawnSyncReturns<Buffer>): Ran {
  return { status, out: stdout.toString(), err: stderr.toString() };
}
