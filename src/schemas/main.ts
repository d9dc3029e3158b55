// `npm run schemas`: fetches the published API descriptions and writes the structures and the
// documentation of the kinds that are read here.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { declarationsIn } from './declarations.ts';
import { MODULES, PACKAGES } from './kinds.ts';
import { createWriter } from './structures.ts';

const CACHE = 'node_modules/.cache/netpolis-schemas';
const TARGET = 'src/core/schema';

const writer = createWriter(declarationsIn(PACKAGES.map(fetchPackage)));
for (const { file, opening, constant, kinds } of MODULES) {
  const structure = writer.structureOf(kinds);
  const text = `// ${opening}\n// Made by "npm run schemas" from ${PACKAGES[0]} and its kin: change the generator, not this.\n\nexport const ${constant} = \`\n${structure}\`;\n`;
  writeFileSync(join(TARGET, 'structures', file), text);
}
writeFileSync(
  join(TARGET, 'documentation.json'),
  `${JSON.stringify(writer.documentation(), null, 2)}\n`,
);
execFileSync('npx', ['biome', 'format', '--write', TARGET], { stdio: 'inherit' });

/** npm checks what it fetches against the registry's hash; a version is never published twice. */
function fetchPackage(name: string): string {
  const folder = join(CACHE, name.replace(/\W+/g, '-'));
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync('npm', ['pack', name, '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  execFileSync('tar', ['xzf', join(folder, filename), '-C', folder]);
  return folder;
}
