// Manifests that many lessons need, so that each lesson shows only what it is about.

interface App {
  readonly namespace: string;
  readonly name: string;
  /** `app: NAME` where nothing else is said. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly image?: string;
  /** A number, or with a name and a protocol: `http:8080`, `dns:53/UDP`. */
  readonly ports?: readonly (number | string)[];
}

/** @param labels beside the one with its name, which every namespace is given */
export function namespace(name: string, labels: Readonly<Record<string, string>> = {}): string {
  const written = Object.entries(labels).map(([key, value]) => `    ${key}: ${value}\n`);
  const given = written.length === 0 ? '' : `  labels:\n${written.join('')}`;
  return `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n${given}`;
}

export function deployment({ namespace, name, labels = { app: name }, image, ports }: App): string {
  const written = (indent: string) =>
    Object.entries(labels)
      .map(([key, value]) => `${indent}${key}: ${value}\n`)
      .join('');
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector:
    matchLabels:
${written('      ')}  template:
    metadata:
      labels:
${written('        ')}    spec:
      containers:
        - name: ${name}
          image: ${image ?? `example.com/${name}:1.0`}
${portLines(ports ?? [])}`;
}

function portLines(ports: readonly (number | string)[]): string {
  if (ports.length === 0) return '';
  const lines = ports.map((port) => {
    const [, name, number, protocol] = /^(?:([^:]+):)?(\d+)(?:\/(.+))?$/.exec(`${port}`) ?? [];
    const fields = [
      name === undefined ? '' : `name: ${name}`,
      `containerPort: ${number}`,
      protocol === undefined ? '' : `protocol: ${protocol}`,
    ].filter((field) => field !== '');
    return `            - ${fields.join('\n              ')}\n`;
  });
  return `          ports:\n${lines.join('')}`;
}

/** @param app the value of the label `app` that its pods have */
export function service(
  namespace: string,
  name: string,
  port: number,
  targetPort: number | string = port,
  app = name,
): string {
  const target = targetPort === port ? '' : `      targetPort: ${targetPort}\n`;
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector:
    app: ${app}
  ports:
    - port: ${port}
${target}`;
}

export function documents(...texts: readonly string[]): string {
  return texts.join('---\n');
}
