// The columns of what makes pods.

import { isDoneJob, replicasOf, templateOf } from '../../cluster/controllers.ts';
import { nodesOf } from '../../cluster/nodes.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import { at, isMap, listAt, numberAt, textAt, textsAt } from '../../cluster/value.ts';
import { labelsText, selectorText } from '../../selecting/selector.ts';
import { AGE, type Column, column, wide } from './column.ts';

function containers(object: KubeObject, field: 'name' | 'image'): string {
  const all = listAt(templateOf(object), 'spec', 'containers').filter(isMap);
  return all.map((one) => textAt(one, field) ?? '').join(',');
}

const count = (object: KubeObject) => String(replicasOf(object));
const ready = (object: KubeObject) => `${replicasOf(object)}/${replicasOf(object)}`;

const CONTAINERS: readonly Column[] = [
  wide('CONTAINERS', (object) => containers(object, 'name')),
  wide('IMAGES', (object) => containers(object, 'image')),
];
const WIDE: readonly Column[] = [
  ...CONTAINERS,
  wide('SELECTOR', ({ value }) => selectorText(at(value, 'spec', 'selector'))),
];

export const DEPLOYMENT_COLUMNS: readonly Column[] = [
  column('READY', ready),
  column('UP-TO-DATE', count),
  column('AVAILABLE', count),
  AGE,
  ...WIDE,
];

const COUNTS: readonly Column[] = [
  column('DESIRED', count),
  column('CURRENT', count),
  column('READY', count),
  AGE,
];

export const REPLICA_SET_COLUMNS: readonly Column[] = [...COUNTS, ...WIDE];

export const REPLICATION_CONTROLLER_COLUMNS: readonly Column[] = [
  ...COUNTS,
  ...CONTAINERS,
  wide('SELECTOR', ({ value }) => labelsText(textsAt(value, 'spec', 'selector'))),
];

export const STATEFUL_SET_COLUMNS: readonly Column[] = [column('READY', ready), AGE, ...CONTAINERS];

const perNode: Column['text'] = (_, { world }) => String(nodesOf(world.objects).length);

export const DAEMON_SET_COLUMNS: readonly Column[] = [
  ...['DESIRED', 'CURRENT', 'READY', 'UP-TO-DATE', 'AVAILABLE'].map((title) =>
    column(title, perNode),
  ),
  column('NODE SELECTOR', ({ value }) =>
    labelsText(textsAt(value, 'spec', 'template', 'spec', 'nodeSelector')),
  ),
  AGE,
  ...WIDE,
];

export const JOB_COLUMNS: readonly Column[] = [
  column('STATUS', (job) => (isDoneJob(job) ? 'Complete' : 'Running')),
  column('COMPLETIONS', (job) => {
    const wanted = numberAt(job.value, 'spec', 'completions') ?? 1;
    return `${isDoneJob(job) ? wanted : 0}/${wanted}`;
  }),
  column('DURATION', (object, { age }) => age(object)),
  AGE,
  ...WIDE,
];

export const CRON_JOB_COLUMNS: readonly Column[] = [
  column('SCHEDULE', ({ value }) => textAt(value, 'spec', 'schedule') ?? ''),
  column('TIMEZONE', ({ value }) => textAt(value, 'spec', 'timeZone') ?? '<none>'),
  column('SUSPEND', ({ value }) => (at(value, 'spec', 'suspend') === true ? 'True' : 'False')),
  column('ACTIVE', () => '1'),
  column('LAST SCHEDULE', (object, { age }) => age(object)),
  AGE,
];
