// The cook book in English.
import type { CookBookTexts } from './recipes.ts';

export const texts: CookBookTexts = {
  '01': {
    title: 'Nobody reaches an application',
    about:
      'A policy that selects the pods of one application and has no rules: nobody gets in. The rest of the namespace stays as open as it was.',
  },
  '02': {
    title: 'Some pods reach an application',
    about:
      'Only pods with a certain label, in the same namespace, get in. Everybody else is denied.',
  },
  '02a': {
    title: 'Everybody reaches an application',
    about:
      'One rule without conditions, `{}`, opens an application in a namespace that is shut otherwise. Policies add up, so the one beside it that shuts everything takes nothing away.',
  },
  '03': {
    title: 'Shut a whole namespace',
    about:
      'An empty `podSelector` selects every pod. Without rules nobody gets in to any of them, until further policies say so.',
  },
  '04': {
    title: 'Keep other namespaces out',
    about:
      'Pods of the namespace reach each other; all others stay outside. A `podSelector` by itself means pods of the policy’s own namespace.',
  },
  '05': {
    title: 'Open to all namespaces',
    about:
      'An empty `namespaceSelector` means the pods of all namespaces. Addresses outside the cluster are not among them.',
  },
  '06': {
    title: 'Let in one kind of namespace',
    about:
      'Namespaces are picked by a label, such as `purpose: production`. Every pod in them gets in, whatever its own labels.',
  },
  '07': {
    title: 'Let in some pods of another namespace',
    about:
      'Both selectors in one entry: the namespace must fit, and the pod must fit. Written as two entries, it would mean either.',
  },
  '08': {
    title: 'Open to the outside',
    about:
      'A rule without conditions lets in everybody, also from the internet and through a load balancer. With `ports: [{port: 80}]` in it, it would open that port only.',
  },
  '09': {
    title: 'Open one port',
    about:
      'Monitoring reads the metrics on one port and nothing else of the application. The number is that of the pod, not of a Service in front of it.',
  },
  '10': {
    title: 'Several applications at once',
    about:
      'A list of entries below `from`: whoever fits one of them gets in. Two labels in one entry must both be there.',
  },
  '11': {
    title: 'An application that reaches nobody',
    about:
      'No connections go out, except to port 53, so that names can still be looked up. Mind that this opens port 53 of anybody, not of the name server only.',
  },
  '12': {
    title: 'Nothing leaves the namespace',
    about:
      'The counterpart of recipe 03 for egress. It blocks DNS as well, so nothing works by name until a policy lets the pods ask the name server.',
  },
  '14': {
    title: 'Stay inside the cluster',
    about:
      'Pods of every namespace can be reached, the outside cannot. Port 53 is open to all, for the name server may stand outside, too.',
  },
};
