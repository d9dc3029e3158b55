// What a program in a pod meets with is what the engine decided: nobody answers where a flow is not surely allowed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_ASSUMPTIONS, readFlows } from '../../../src/core/index.ts';
import { peerIdOf } from '../../../src/terminal/cluster/pods.ts';
import { createMemory, worldOf } from '../../../src/terminal/cluster/world.ts';
import { dial } from '../../../src/terminal/pod/network/dial.ts';

const CASES = new URL('../../cases/', import.meta.url).pathname;

function worldAt(name: string) {
  const folder = join(CASES, name, 'input');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ya?ml|json)$/.test(file))
    .sort()
    .map((file) => ({ name: file, text: readFileSync(join(folder, file), 'utf8') }));
  return worldOf({
    files,
    assumptions: NO_ASSUMPTIONS,
    outcome: null,
    now: 0,
    memory: createMemory(),
  });
}

const PORTS = [53, 80, 5432, 8080];

describe.each(['default-deny-dns', 'online-shop', 'tenants', 'admin-tiers', 'egress-blocks'])(
  '%s',
  (name) => {
    test('a pod dialled by its address answers exactly where the flow is allowed', () => {
      const world = worldAt(name);
      const { analysis } = world.outcome;
      const flows = readFlows(analysis);
      const indexOf = (id: string | null) => analysis.peers.findIndex((peer) => peer.id === id);
      const pods = world.pods.slice(0, 25);
      let open = 0;
      let shut = 0;
      for (const pod of pods) {
        for (const other of pods) {
          // Pods on one host share its address.
          if (pod === other || other.hostNetwork) continue;
          const source = indexOf(peerIdOf(pod, analysis.peers));
          const destination = indexOf(peerIdOf(other, analysis.peers));
          const flow = flows.flow(source, destination);
          for (const port of PORTS) {
            const { end, why } = dial({ world, pod, host: other.ip, port, protocol: 'TCP' });
            const isAllowed = flow.allowed.TCP.some(
              (range) => range.from <= port && port <= range.to,
            );
            expect(end === 'open' || end === 'refused', `${pod.name} ${other.name} ${port}`).toBe(
              isAllowed,
            );
            expect([why?.source, why?.destination]).toEqual([
              analysis.peers[source]?.id,
              analysis.peers[destination]?.id,
            ]);
            if (isAllowed) open += 1;
            else shut += 1;
          }
        }
      }
      // Neither answer comes by itself.
      expect(open).toBeGreaterThan(0);
      expect(shut).toBeGreaterThan(0);
    });
  },
);
