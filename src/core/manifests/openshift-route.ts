// Reads OpenShift's Route (SEMANTICS 6.6).
import type { RouteResource } from '../model/resource.ts';
import type { Backend } from '../model/route.ts';
import { asMap, countAt, listAt, mapAt, shorten, stringAt, valueAt } from './fields.ts';
import { portOf, routeMetadata } from './ingress.ts';
import { readMetadata } from './metadata.ts';
import type { Notes } from './notes.ts';
import type { MapTree, Tree } from './tree.ts';

export function readOpenShiftRoute(notes: Notes, object: MapTree): RouteResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  const spec = mapAt(notes, object, 'spec', 'Route');
  const port = spec === null ? null : mapAt(notes, spec, 'port', 'spec');
  const target = portOf(port === null ? null : valueAt(port, 'targetPort'));
  const requests =
    spec === null
      ? ''
      : `${stringAt(notes, spec, 'host', 'spec') ?? ''}${stringAt(notes, spec, 'path', 'spec') ?? ''}`;
  const to = spec === null ? null : valueAt(spec, 'to');
  const others = spec === null ? null : listAt(notes, spec, 'alternateBackends', 'spec');
  const read = (item: Tree, path: string): readonly Backend[] => {
    const tree = asMap(notes, item, path);
    const name = tree === null ? null : stringAt(notes, tree, 'name', path);
    if (tree === null || name === null) return [];
    const kind = stringAt(notes, tree, 'kind', path) ?? 'Service';
    if (kind !== 'Service') {
      notes.info(
        'backend-not-followed',
        tree.range,
        `This backend is a ${shorten(kind)}, no Service, and is left out.`,
      );
      return [];
    }
    return [
      {
        range: tree.range,
        requests,
        namespace: metadata.namespace,
        service: name,
        serviceRange: valueAt(tree, 'name')?.range ?? tree.range,
        ...target,
        weight: countAt(notes, tree, 'weight', path) ?? 100,
      },
    ];
  };
  return {
    type: 'route',
    kind: 'Route',
    ...routeMetadata(metadata, object),
    className: null,
    hasCloudSettings: false,
    hostnames: [],
    parents: [],
    backends: [
      ...(to === null ? [] : read(to, 'spec.to')),
      ...(others?.items ?? []).flatMap((item, at) => read(item, `spec.alternateBackends[${at}]`)),
    ],
  };
}
