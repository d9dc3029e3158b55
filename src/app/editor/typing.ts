// Holds back what is typed for a moment, so that a large text is not copied at every keystroke.

export interface Typing {
  /** The text of `file` has changed; `read` is called when it is time to pass it on. */
  edited(file: string, read: () => string): void;
  /** Passes on now what is held back. */
  flush(): void;
  /** What is held back for that file is void. */
  forget(file: string): void;
  isWaiting(): boolean;
}

/** A fixed beat and not a quiet moment: who types without pause sees the picture follow too. */
export function createTyping(send: (file: string, text: string) => void, beat = 50): Typing {
  const waiting = new Map<string, () => string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const edits = [...waiting];
    waiting.clear();
    for (const [file, read] of edits) send(file, read());
  }

  return {
    edited(file, read) {
      waiting.set(file, read);
      timer ??= setTimeout(flush, beat);
    },
    flush,
    forget: (file) => void waiting.delete(file),
    isWaiting: () => waiting.size > 0,
  };
}
