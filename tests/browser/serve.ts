// Serves the built page to all browser tests, where a preview would pack every file anew for each of them.
import type { FullConfig } from '@playwright/test';
import { serveFolder } from './site.ts';

/** @returns what stops it */
export default async function serve({ projects }: FullConfig): Promise<() => Promise<void>> {
  const address = projects[0]?.use.baseURL ?? '';
  const site = await serveFolder('dist', '/', Number(new URL(address).port));
  return () => site.close();
}
