// One piece of work put off until things are quiet.

export interface Later {
  /** Starts waiting anew. */
  schedule(milliseconds: number): void;
  /** Does what is scheduled, now. */
  flush(): void;
  cancel(): void;
}

export function later(work: () => void): Later {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const cancel = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    schedule(milliseconds) {
      cancel();
      timer = setTimeout(() => {
        timer = null;
        work();
      }, milliseconds);
    },
    flush() {
      if (timer === null) return;
      cancel();
      work();
    },
    cancel,
  };
}
