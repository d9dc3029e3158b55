// Whether a key or a paste belongs to something that is being written.

const WRITTEN =
  'input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable], .monaco-editor';

export function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(WRITTEN) !== null;
}
