// What a part of the manifests is called, and what it selects and opens, in words.
import type { Part, Pointed, SelectedPeers } from '../core/index.ts';
import type { Outlook } from './outlook.ts';

/** `ingress rule 2 of shop/allow-web`. */
export function partName(part: Part): string {
  switch (part.kind) {
    case 'workload':
      return part.id.replace(/\[\w+\]$/, '');
    case 'namespace':
      return `namespace ${part.name}`;
    case 'policy':
      return `policy ${part.namespace}/${part.name}`;
    case 'subject':
      return `podSelector of ${part.namespace}/${part.name}`;
    case 'admin-policy':
      return `${part.policy} ${part.name}`;
    case 'admin-subject':
      return `subject of ${part.policy} ${part.name}`;
    case 'admin-rule':
      return `${part.direction} rule ${part.rule + 1} of ${part.policy} ${part.name}`;
    case 'admin-entry': {
      const list = part.direction === 'ingress' ? 'from' : 'to';
      return `${list} ${part.at + 1}, ${part.direction} rule ${part.rule + 1} of ${part.policy} ${part.name}`;
    }
  }
  const list = part.kind === 'ports' ? 'ports' : part.direction === 'ingress' ? 'from' : 'to';
  const entry = part.kind === 'rule' ? '' : `${list} ${part.at + 1}, `;
  return `${entry}${part.direction} rule ${part.rule + 1} of ${part.namespace}/${part.name}`;
}

/** `selects 3 workloads, alone opens 5 flows`; empty for a workload, which is only found. */
export function partWords({ part, selected, unbound, opened }: Pointed, outlook: Outlook): string {
  if (part.kind === 'workload') return '';
  if (part.kind === 'namespace') return `holds ${counted(selected.sure.length, 'workload')}`;
  const selects = part.kind === 'ports' ? [] : [`selects ${selectedWords(selected, outlook)}`];
  const binds = unbound === undefined ? [] : [boundWords(selected, unbound)];
  return [
    ...selects,
    ...binds,
    ...(opened === null ? [] : [`alone opens ${openedWords(opened)}`]),
  ].join(', ');
}

/** Pods that no policy binds, on their host's network or where the plugin enforces none. */
function boundWords({ sure, maybe }: SelectedPeers, unbound: number): string {
  const bound = sure.length + maybe.length - unbound;
  return bound === 0 ? 'binds none of them' : `binds ${bound} of them`;
}

function selectedWords({ isAny, sure, maybe }: SelectedPeers, outlook: Outlook): string {
  if (isAny) return 'any peer';
  const outside = sure.filter((at) => outlook.peers[at]?.type === 'external').length;
  const inside = sure.length - outside;
  const parts = [
    ...(inside > 0 || outside === 0 ? [counted(inside, 'workload')] : []),
    ...(outside > 0 ? [counted(outside, 'block', 'blocks of addresses')] : []),
  ];
  return `${parts.join(' and ')}${more(maybe.length)}`;
}

function openedWords({ flows, mayFlows }: { flows: number; mayFlows: number }): string {
  return `${counted(flows, 'flow')}${more(mayFlows)}`;
}

function more(count: number): string {
  return count === 0 ? '' : `, perhaps ${count} more`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${one}`;
  return count === 1 ? `1 ${one === 'block' ? 'block of addresses' : one}` : `${count} ${many}`;
}
