// `kubectl cluster-info`: where the API server would be.
import { API_SERVER_ADDRESS } from '../cluster/addresses.ts';
import { printLine } from '../outcome.ts';
import { type KubectlCommand, notSimulated } from './command.ts';

export const clusterInfo: KubectlCommand = {
  name: 'cluster-info',
  synopsis: 'cluster-info',
  summary: 'where the cluster is',
  flags: [],
  run: ({ words }) => {
    if (words.length > 0) return notSimulated(`kubectl cluster-info ${words.join(' ')}`);
    return {
      output: [
        printLine(`Kubernetes control plane is running at https://${API_SERVER_ADDRESS}:443`),
        printLine('(It is simulated in this page, from the manifests in the editor.)'),
      ],
    };
  },
  complete: () => [],
};
