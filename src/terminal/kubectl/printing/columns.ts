// Which columns each kind has, behind its name.
import type { Kind } from '../../cluster/kinds.ts';
import { at, isMap, listAt, textAt } from '../../cluster/value.ts';
import { AGE, type Column, column } from './column.ts';
import {
  ADMIN_POLICY_COLUMNS,
  CLUSTER_POLICY_COLUMNS,
  ENDPOINT_SLICE_COLUMNS,
  ENDPOINTS_COLUMNS,
  GATEWAY_CLASS_COLUMNS,
  GATEWAY_COLUMNS,
  HOSTS_COLUMNS,
  INGRESS_CLASS_COLUMNS,
  INGRESS_COLUMNS,
  POLICY_COLUMNS,
  SERVICE_COLUMNS,
} from './network.ts';
import { NODE_COLUMNS, POD_COLUMNS } from './pods.ts';
import {
  CRON_JOB_COLUMNS,
  DAEMON_SET_COLUMNS,
  DEPLOYMENT_COLUMNS,
  JOB_COLUMNS,
  REPLICA_SET_COLUMNS,
  REPLICATION_CONTROLLER_COLUMNS,
  STATEFUL_SET_COLUMNS,
} from './workloads.ts';

const data: Column['text'] = ({ value }) => {
  const entries = at(value, 'data');
  return String(isMap(entries) ? entries.size : 0);
};

const COLUMNS: ReadonlyMap<string, readonly Column[]> = new Map([
  ['/ConfigMap', [column('DATA', data), AGE]],
  ['/Endpoints', ENDPOINTS_COLUMNS],
  ['/Namespace', [column('STATUS', () => 'Active'), AGE]],
  ['/Node', NODE_COLUMNS],
  ['/Pod', POD_COLUMNS],
  ['/ReplicationController', REPLICATION_CONTROLLER_COLUMNS],
  [
    '/Secret',
    [column('TYPE', ({ value }) => textAt(value, 'type') ?? 'Opaque'), column('DATA', data), AGE],
  ],
  [
    '/ServiceAccount',
    [column('SECRETS', ({ value }) => String(listAt(value, 'secrets').length)), AGE],
  ],
  ['/Service', SERVICE_COLUMNS],
  ['apps/DaemonSet', DAEMON_SET_COLUMNS],
  ['apps/Deployment', DEPLOYMENT_COLUMNS],
  ['apps/ReplicaSet', REPLICA_SET_COLUMNS],
  ['apps/StatefulSet', STATEFUL_SET_COLUMNS],
  ['batch/CronJob', CRON_JOB_COLUMNS],
  ['batch/Job', JOB_COLUMNS],
  ['discovery.k8s.io/EndpointSlice', ENDPOINT_SLICE_COLUMNS],
  ['networking.k8s.io/Ingress', INGRESS_COLUMNS],
  ['networking.k8s.io/IngressClass', INGRESS_CLASS_COLUMNS],
  ['networking.k8s.io/NetworkPolicy', POLICY_COLUMNS],
  ['policy.networking.k8s.io/AdminNetworkPolicy', ADMIN_POLICY_COLUMNS],
  ['policy.networking.k8s.io/ClusterNetworkPolicy', CLUSTER_POLICY_COLUMNS],
  ['gateway.networking.k8s.io/Gateway', GATEWAY_COLUMNS],
  ['gateway.networking.k8s.io/GatewayClass', GATEWAY_CLASS_COLUMNS],
  ['gateway.networking.k8s.io/HTTPRoute', HOSTS_COLUMNS],
  ['gateway.networking.k8s.io/GRPCRoute', HOSTS_COLUMNS],
]);

export function columnsOf({ group, kind }: Kind): readonly Column[] {
  return COLUMNS.get(`${group}/${kind}`) ?? [AGE];
}
