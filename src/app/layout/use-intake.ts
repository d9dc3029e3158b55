// Files dropped anywhere and text pasted anywhere on the page find their way in.
import { useEffect, useState } from 'react';
import { fromDrop, type Incoming, takeIn } from '../intake/dropped.ts';
import { readPaste } from '../intake/pasted.ts';
import { isLessonText, takeLesson } from '../link/lesson-file.ts';
import type { Page } from '../start.ts';

export interface IntakeState {
  /** Files are being held over the page. */
  readonly hovering: boolean;
  readonly open: (incoming: readonly Incoming[]) => Promise<void>;
}

export function useIntake(page: Page): IntakeState {
  const { actions } = page;
  const [hovering, setHovering] = useState(false);

  async function open(incoming: readonly Incoming[]): Promise<void> {
    const { files: taken, notes } = await takeIn(incoming);
    const lesson = taken.find(({ text }) => isLessonText(text));
    const id = lesson === undefined ? null : await takeLesson(page, lesson.text);
    if (id !== null) actions.learn(id);
    const files = taken.filter((file) => file !== lesson);
    if (lesson !== undefined && files.length === 0) return;
    if (files.length > 0) actions.openFiles(files, notes);
    else actions.say(notes.length > 0 ? notes.join(' ') : 'There were no files in it.');
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: `open` only uses the actions
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent) => {
      setHovering(false);
      if (event.dataTransfer === null || !hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      void fromDrop(event.dataTransfer).then(open);
    };
    const paste = (event: ClipboardEvent) => {
      const pasted = readPaste(event);
      if (pasted === null) return;
      event.preventDefault();
      if ('file' in pasted) actions.pasteFile(pasted.file);
      else actions.say(pasted.refusal);
    };
    // Captured, or else the editor would take a dropped file as text.
    window.addEventListener('dragenter', over, true);
    window.addEventListener('dragover', over, true);
    window.addEventListener('dragleave', leave, true);
    window.addEventListener('drop', drop, true);
    document.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', over, true);
      window.removeEventListener('dragover', over, true);
      window.removeEventListener('dragleave', leave, true);
      window.removeEventListener('drop', drop, true);
      document.removeEventListener('paste', paste);
    };
  }, [actions]);

  return { hovering, open };
}
