// Text pasted onto the page itself, outside of any input, becomes a file of its own.
import type { SourceFile } from '../../core/index.ts';
import { MOST_BYTES } from './dropped.ts';

/** null when the paste belongs to an input, or holds no manifests by the look of it. */
export function readPaste(event: ClipboardEvent): SourceFile | null {
  const target = event.target;
  if (
    target instanceof Element &&
    target.closest('input, textarea, [contenteditable], .monaco-editor')
  ) {
    return null;
  }
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text.length > MOST_BYTES || !/"?kind"?\s*:/.test(text)) return null;
  const isJson = text.trimStart().startsWith('{') || text.trimStart().startsWith('[');
  return { name: isJson ? 'pasted.json' : 'pasted.yaml', text };
}
