// The documentation of kinds and fields, as a chunk of its own.

/** Gives `documentationOf`, which tells what the API's description says of a name that `schemaAt` gave. */
export function loadDocumentation(): Promise<typeof import('./documentation.ts')> {
  return import('./documentation.ts');
}
