// The text in a plain field: there from the first moment, and all there is where Monaco cannot be loaded.
import { LINE_HEIGHT } from './metrics.ts';
import type { OnEdit, Surface, SurfaceEvents } from './surface.ts';

/** Keys that move the cursor and write nothing. */
const MOVES: ReadonlySet<string> = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

export function createPlainSurface(
  host: HTMLElement,
  onEdit: OnEdit,
  events: SurfaceEvents,
): Surface {
  const texts = new Map<string, string>();
  let shown: string | null = null;

  const field = document.createElement('textarea');
  field.className = 'editor-plain';
  field.spellcheck = false;
  field.autocapitalize = 'off';
  field.setAttribute('autocomplete', 'off');
  field.wrap = 'off';
  field.addEventListener('input', () => {
    const file = shown;
    if (file === null) return;
    texts.set(file, field.value);
    onEdit(file, () => texts.get(file) ?? '');
    tellCursor(true);
  });
  field.addEventListener('pointerup', () => tellCursor(false));
  field.addEventListener('keyup', ({ key }) => MOVES.has(key) && tellCursor(false));
  host.append(field);

  function tellCursor(typed: boolean): void {
    if (shown !== null) events.cursor(shown, field.selectionEnd, typed);
  }

  function lineOf(offset: number): number {
    return field.value.slice(0, offset).split('\n').length - 1;
  }

  return {
    open: (file, text) => void texts.set(file, text),
    replace(file, text) {
      texts.set(file, text);
      if (file === shown) field.value = text;
    },
    rename(from, to) {
      texts.set(to, texts.get(from) ?? '');
      texts.delete(from);
      if (shown === from) shown = to;
      field.setAttribute('aria-label', `Text of ${shown}`);
    },
    close(file) {
      texts.delete(file);
      if (shown === file) shown = null;
    },
    show(file) {
      if (shown === file) return;
      shown = file;
      field.value = texts.get(file) ?? '';
      field.setAttribute('aria-label', `Text of ${file}`);
      field.setSelectionRange(0, 0);
      field.scrollTop = 0;
    },
    mark: () => undefined,
    annotate: () => undefined,
    pointOut: () => undefined,
    reveal({ start, end }) {
      field.setSelectionRange(start, end);
      field.scrollTop = lineOf(start) * LINE_HEIGHT - field.clientHeight / 3;
    },
    setReadOnly(readOnly) {
      field.readOnly = readOnly;
    },
    focus: () => field.focus(),
    run: () => field.focus(),
    place: () => ({
      start: field.selectionStart,
      end: field.selectionEnd,
      scrollTop: field.scrollTop,
      focused: document.activeElement === field,
    }),
    restore({ start, end, scrollTop, focused }) {
      field.setSelectionRange(start, end);
      field.scrollTop = scrollTop;
      if (focused) field.focus();
    },
    dispose: () => field.remove(),
  };
}
