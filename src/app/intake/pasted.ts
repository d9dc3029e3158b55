// Text pasted onto the page itself, outside of any input, becomes a file of its own.
import type { SourceFile } from '../../core/index.ts';
import { isWriting } from '../writing.ts';
import { MOST_BYTES } from './dropped.ts';

export type Pasted =
  | { readonly file: SourceFile }
  /** Why it is not taken, as a sentence. */
  | { readonly refusal: string };

/** null when the paste belongs to an input. */
export function readPaste(event: ClipboardEvent): Pasted | null {
  if (isWriting(event.target)) return null;
  return pastedText(event.clipboardData?.getData('text/plain') ?? '');
}

export function pastedText(text: string): Pasted {
  if (text.length > MOST_BYTES) {
    return { refusal: 'What you pasted is more than 32 MB, the most at once.' };
  }
  if (!/"?kind"?\s*:/.test(text)) {
    return { refusal: 'No manifests in what you pasted: nothing in it has a “kind:”.' };
  }
  const isJson = /^\s*[[{]/.test(text);
  return { file: { name: isJson ? 'pasted.json' : 'pasted.yaml', text } };
}
