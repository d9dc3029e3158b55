// The terminal's pods and the engine's workloads are the same pods: each is of one, none is missing.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_ASSUMPTIONS } from '../../../src/core/index.ts';
import { peerIdOf } from '../../../src/terminal/cluster/pods.ts';
import { createMemory, worldOf } from '../../../src/terminal/cluster/world.ts';
import type { EditorFile } from '../../../src/terminal/terminal.ts';

const CASES = new URL('../../cases/', import.meta.url);

function worldFrom(files: readonly EditorFile[]) {
  return worldOf({
    files,
    assumptions: NO_ASSUMPTIONS,
    outcome: null,
    now: 0,
    memory: createMemory(),
  });
}

function casesInput(name: string): readonly EditorFile[] {
  const folder = new URL(`${name}/input/`, CASES);
  return readdirSync(folder).map((file) => ({
    name: file,
    text: readFileSync(new URL(file, folder), 'utf8'),
  }));
}

const NAMES = readdirSync(CASES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe('pods', () => {
  for (const name of NAMES) {
    it(`of ${name} stand for its workloads`, () => {
      const world = worldFrom(casesInput(name));
      const { peers } = world.outcome.analysis;
      const running = world.pods.filter(({ phase }) => phase === 'Running');
      const ids = running.map((pod) => peerIdOf(pod, peers));
      expect(
        running.filter((_, at) => ids[at] === null).map((pod) => `${pod.namespace}/${pod.name}`),
      ).toEqual([]);
      const workloads = peers.flatMap((peer) =>
        peer.type === 'workload' && peer.workload.replicas !== 0 ? [peer.id] : [],
      );
      expect([...new Set(ids)].sort()).toEqual([...workloads].sort());
    });

    it(`of ${name} have their own names, and addresses unless they share their node's`, () => {
      const { pods } = worldFrom(casesInput(name));
      const names = pods.map((pod) => `${pod.namespace}/${pod.name}`);
      expect(new Set(names).size).toBe(names.length);
      const ips = pods
        .filter((pod) => !pod.hostNetwork && pod.phase === 'Running')
        .map(({ ip }) => ip);
      expect(new Set(ips).size).toBe(ips.length);
    });
  }

  const pod = (name: string, more = '') =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {${more}containers: [{name: c, image: i}]}\n`;

  it('keep name and address when others come', () => {
    const one = worldFrom([{ name: 'a.yaml', text: pod('web') }]).pods[0];
    const many = worldFrom([
      { name: 'a.yaml', text: [pod('api'), pod('web'), pod('zoo')].join('---\n') },
    ]).pods;
    expect(many.find(({ name }) => name === 'web')?.ip).toBe(one?.ip);
  });

  it('on their host have the address of the node', () => {
    const { pods } = worldFrom([
      { name: 'a.yaml', text: pod('agent', 'hostNetwork: true, nodeName: node2, ') },
    ]);
    expect(pods[0]).toMatchObject({ node: 'node2', ip: '192.168.0.12' });
  });

  it('have addresses of the range that is assumed', () => {
    const assumptions = { ...NO_ASSUMPTIONS, podRanges: ['fd00::/64', '172.20.0.0/24'] };
    const files = [{ name: 'a.yaml', text: pod('web') }];
    const { pods } = worldOf({ files, assumptions, outcome: null, now: 0, memory: createMemory() });
    expect(pods[0]?.ip).toMatch(/^172\.20\.0\.\d+$/);
  });

  it('are never more than can be read, whatever a manifest asks for', () => {
    const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2000000000, template: {spec: {containers: [{name: c, image: i}]}}}\n`;
    expect(worldFrom([{ name: 'a.yaml', text }]).pods).toHaveLength(200);
  });

  it('get other names when their template changes, and only then', () => {
    const deployment = (image: string, replicas: number) =>
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: ${replicas}, template: {spec: {containers: [{name: c, image: ${image}}]}}}\n`;
    const names = (image: string, replicas: number) =>
      worldFrom([{ name: 'a.yaml', text: deployment(image, replicas) }]).pods.map(
        ({ name }) => name,
      );
    expect(names('a', 3)).toEqual(expect.arrayContaining(names('a', 2)));
    expect(names('b', 2).some((name) => names('a', 2).includes(name))).toBe(false);
  });
});
