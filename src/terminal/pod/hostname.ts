// `hostname`: a pod's is its name; `-i` gives its address.
import type { PodCommand } from '../command.ts';
import { printLine } from '../outcome.ts';

export const hostname: PodCommand = {
  name: 'hostname',
  synopsis: 'hostname [-i]',
  summary: 'the name of the pod, or its address',
  run: ({ args, pod }) => {
    if (args.includes('-i') || args.includes('-I')) return { output: [printLine(pod.ip)] };
    return { output: [printLine(pod.hostNetwork ? pod.node : pod.name)] };
  },
  complete: () => ['-i'],
};
