// What to say where DNS answers that there is no such name: which Service is missing, and where there is one.
import type { World } from '../../cluster/world.ts';

const DOMAIN = /\.svc(?:\.cluster\.local)?$/;

/** Names of two parts that end so are meant for the internet, even where a Service has the name in front. */
const OUTSIDE = /\.(?:com|dev|io|local|net|org)$/;

/** @param namespace of the pod that asks */
export function unknownName(world: World, written: string, namespace: string): readonly string[] {
  const whole = written.toLowerCase().replace(/\.$/, '');
  const [name = '', wanted = namespace, ...more] = whole.replace(DOMAIN, '').split('.');
  // With a dot at its end it is not looked for in the pod's own namespace.
  const isWhole = written.endsWith('.') && !whole.endsWith('.svc.cluster.local');
  if (isWhole || name === '' || more.length > 0) {
    return [`Nobody in the cluster has the name ${whole}.`];
  }
  const others = world.services.filter((one) => one.name === name && one.namespace !== wanted);
  const elsewhere = others.slice(0, 3).map((one) => `${one.name}.${one.namespace}`);
  const missing = world.namespaces.some((one) => one.name === wanted)
    ? `There is no Service ${name} in namespace ${wanted}.`
    : `There is no namespace ${wanted}.`;
  return [missing, ...(elsewhere.length === 0 ? [] : [`There is ${elsewhere.join(', ')}.`])];
}

/** `web.gren`: no name of the internet, but that of a Service with a slip in its namespace. */
export function isSlip(world: World, written: string): boolean {
  const whole = written.toLowerCase();
  const [name, namespace, ...more] = whole.split('.');
  if (namespace === undefined || more.length > 0 || OUTSIDE.test(whole)) return false;
  return world.services.some((one) => one.name === name);
}
