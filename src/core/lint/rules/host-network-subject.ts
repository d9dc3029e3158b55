// A policy for pods that use their host's network.
import type { Workload } from '../../model/workload.ts';
import type { LintRule } from '../rule.ts';
import { workloadsText } from '../wording.ts';

export const hostNetworkSubject: LintRule = {
  id: 'host-network-subject',
  level: 'warning',
  title: 'The policy selects pods on the host network',
  documentation: `Pods with hostNetwork: true share the address of their machine. Kubernetes leaves open what a policy does to them, and most network plugins ignore them: the pods stay open whatever the policy says. It is a warning where a policy selects nothing but such pods, and an information, said once for each workload, where it selects them among others. Move the workload to the pod network, or protect the machine's ports by a firewall or by the host policies of the network plugin.`,
  *check(context) {
    const said = new Set<Workload>();
    for (const policy of context.cluster.policies) {
      const { sure } = context.subjects(policy);
      const onHost = sure.filter(({ hostNetwork }) => hostNetwork);
      const isAll = onHost.length === sure.length && policy.subject.requirements.length > 0;
      const unsaid = isAll ? onHost : onHost.filter((workload) => !said.has(workload));
      if (unsaid.length === 0) continue;
      for (const workload of unsaid) said.add(workload);
      const one = unsaid.length === 1 ? 'uses' : 'use';
      yield isAll
        ? {
            about: policy,
            range: policy.subjectRange,
            message: `${workloadsText(unsaid)} ${one} the host's network, where most network plugins enforce no policy: this one is likely to have no effect.`,
          }
        : {
            about: policy,
            range: policy.subjectRange,
            message: `${workloadsText(unsaid)}, selected here among others, ${one} the host's network: most network plugins do not isolate such pods.`,
            level: 'info',
          };
    }
  },
};
