// `env`: the variables that the kubelet and the manifest give a container.

import { API_SERVER_ADDRESS } from '../cluster/addresses.ts';
import { at, listAt, textAt } from '../cluster/value.ts';
import type { PodCommand } from '../command.ts';
import { printLine } from '../outcome.ts';

export const env: PodCommand = {
  name: 'env',
  synopsis: 'env',
  summary: 'the variables that the container is given',
  run: ({ pod, container }) => {
    const value = pod.containers.find(({ name }) => name === container)?.value ?? null;
    const own = listAt(value, 'env').flatMap((one) => {
      const name = textAt(one, 'name');
      const given = at(one, 'value');
      return name === null ? [] : [`${name}=${typeof given === 'string' ? given : ''}`];
    });
    const words = [
      'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      `HOSTNAME=${pod.hostNetwork ? pod.node : pod.name}`,
      ...own,
      `KUBERNETES_SERVICE_HOST=${API_SERVER_ADDRESS}`,
      'KUBERNETES_SERVICE_PORT=443',
      'HOME=/root',
    ];
    return { output: words.map(printLine) };
  },
  complete: () => [],
};
