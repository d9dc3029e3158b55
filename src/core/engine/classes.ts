// Partitions units by what is picked: two units stay together only if every pick treats them alike.

export interface Partition {
  /** Unit → class. */
  readonly classOf: Int32Array;
  /** Class → one of its units. */
  readonly samples: readonly number[];
}

export interface Refiner {
  /** Parts the picked units of each class from the others; each unit at most once a call. */
  refine(units: readonly number[]): void;
  done(): Partition;
}

/** @param start each unit's class to begin with, any small numbers */
export function createRefiner(start: readonly string[]): Refiner {
  const first = new Map<string, number>();
  const classOf = Int32Array.from(start, (key) => {
    const before = first.get(key);
    if (before !== undefined) return before;
    first.set(key, first.size);
    return first.size - 1;
  });
  let next = first.size;
  return {
    refine(units) {
      const moved = new Map<number, number>();
      for (const unit of units) {
        const from = classOf[unit] as number;
        let to = moved.get(from);
        if (to === undefined) {
          to = next;
          next += 1;
          moved.set(from, to);
        }
        classOf[unit] = to;
      }
    },
    done() {
      const dense = new Map<number, number>();
      const samples: number[] = [];
      classOf.forEach((from, unit) => {
        let to = dense.get(from);
        if (to === undefined) {
          to = samples.push(unit) - 1;
          dense.set(from, to);
        }
        classOf[unit] = to;
      });
      return { classOf, samples };
    },
  };
}
