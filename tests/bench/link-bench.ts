// How long links take: one as large as a workshop's, and one that would unpack to a gigabyte.
import { constants, deflateRawSync } from 'node:zlib';
import { decodeFragment, encodeDocument } from '../../src/share/codec.ts';
import { NO_FILTERS } from '../../src/share/document.ts';
import { NO_ASSUMPTIONS } from './core.ts';
import { writeLargeCluster } from './large-cluster.ts';
import { measure, type Row } from './measure.ts';

export function benchLinks(): readonly Row[] {
  const files = writeLargeCluster(60, 12);
  const [first] = files;
  const document = {
    files,
    activeFile: first?.name ?? '',
    filters: NO_FILTERS,
    selection: null,
    moved: {},
    assumptions: NO_ASSUMPTIONS,
  };
  const link = encodeDocument(document);
  const megabyte = deflateRawSync(Buffer.alloc(1 << 20), { finishFlush: constants.Z_FULL_FLUSH });
  const blocks = Array.from({ length: 1024 }, () => megabyte);
  const bomb = `v1.${Buffer.concat([Buffer.alloc(4), ...blocks]).toString('base64url')}`;
  return [
    measure('link/made', 15, 3, () => encodeDocument(document)),
    measure('link/opened', 15, 3, () => decodeFragment(link)),
    measure('link/bomb-refused', 15, 3, () => decodeFragment(bomb)),
  ];
}
