// `netstat` and `ss`: the ports that the containers listen on, as far as anybody knows.
import type { PodCommand } from '../command.ts';
import { printLine, remark } from '../outcome.ts';
import { portsOf } from './network/listening.ts';

function listenersAs(name: string): PodCommand {
  return {
    name,
    synopsis: `${name} -tln`,
    summary: 'the ports that the pod listens on, by its manifests and images',
    run: ({ pod, world }) => {
      const lines = portsOf(world, pod).map(
        ({ port, protocol }) =>
          `${protocol.toLowerCase().padEnd(5)} ${'0      0'.padStart(13)} ${`0.0.0.0:${port}`.padEnd(23)} 0.0.0.0:*               LISTEN`,
      );
      const head = 'Proto Recv-Q Send-Q Local Address           Foreign Address         State';
      const words = '# As manifests and known images tell: no programs run here.';
      return { output: [...[head, ...lines].map(printLine), remark(words)] };
    },
    complete: () => [],
  };
}

export const netstat = listenersAs('netstat');
export const ss = listenersAs('ss');
