// What Monaco calls the files in its lists of places.
import type { editor, Uri } from 'monaco-editor/editor';

const names = new Map<string, string>();

export const FILE_NAMES = {
  set: (uri: Uri, file: string) => void names.set(uri.toString(), file),
  /** Monaco makes its services once, so these outlive any one editor. */
  services: {
    labelService: {
      getUriLabel: (uri: Uri) => names.get(uri.toString()) ?? '',
      getUriBasenameLabel: (uri: Uri) => names.get(uri.toString()) ?? '',
    },
  } satisfies editor.IEditorOverrideServices,
};
