// Times a piece of work: medians, not single runs, since machines are shared and noisy.
import { performance } from 'node:perf_hooks';

export interface Row {
  readonly name: string;
  readonly median_ms: number;
  readonly min_ms: number;
  readonly max_ms: number;
}

export function rowOf(name: string, times: readonly number[]): Row {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1
      ? (sorted[middle] as number)
      : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
  return {
    name,
    median_ms: rounded(median),
    min_ms: rounded(sorted[0] as number),
    max_ms: rounded(sorted.at(-1) as number),
  };
}

/** @param warm runs before the clock counts: people meet the engine warm, save for the first paste */
export function measure(
  name: string,
  runs: number,
  warm: number,
  work: (run: number) => void,
): Row {
  const times: number[] = [];
  for (let run = -warm; run < runs; run++) {
    const start = performance.now();
    work(run);
    const end = performance.now();
    if (run >= 0) times.push(end - start);
  }
  return rowOf(name, times);
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
