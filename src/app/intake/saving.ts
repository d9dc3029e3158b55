// Takes the manifests out of the page again, as one file that kubectl reads.
import { isApplied, type SourceFile } from '../../core/index.ts';

/** One file as it is; several as documents of one stream, each under its name. */
export function joinedFiles(files: readonly SourceFile[]): string {
  const [only] = files;
  if (only !== undefined && files.length === 1) return only.text;
  return files
    .filter((file) => file.text.trim() !== '')
    .map((file) => {
      const heading = isApplied(file) ? file.name : `${file.name}, not applied`;
      return `# ${heading}\n${withoutMarker(file.text)}`;
    })
    .join('\n---\n');
}

export function saveFiles(files: readonly SourceFile[]): void {
  const [only] = files;
  const name =
    only !== undefined && files.length === 1
      ? (only.name.split('/').at(-1) ?? only.name)
      : 'manifests.yaml';
  saveText(joinedFiles(files), name, 'application/yaml');
}

export function saveText(text: string, name: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A leading `---` would leave the name alone in a document of its own. */
function withoutMarker(text: string): string {
  return text.replace(/^---[ \t]*\r?\n/, '').trimEnd();
}
