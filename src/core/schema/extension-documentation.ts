// What help says of fields whose makers' descriptions are not at hand, by type, then field; '' is the type itself.

type Words = Readonly<Record<string, string>>;

/** Fields that mean the same wherever nothing more is said of them. */
export const COMMON_DOCUMENTATION: Words = {
  apiVersion: 'The group and version of the API that the object is written for.',
  kind: 'What kind of object this is.',
  metadata: 'The name of the object, its namespace, its labels and its annotations.',
  spec: 'What is wanted.',
  status: 'What the cluster has found; only the cluster writes it.',
};

export const EXTENSION_DOCUMENTATION: Readonly<Record<string, Words>> = {
  'openshift.Route': {
    '': 'Leads requests for a host from OpenShift’s router to a Service. It lets nothing through a policy.',
    spec: 'The host, and the Service that its requests go to.',
  },
  'openshift.RouteSpec': {
    '': 'The host of a Route, and the Services that its requests go to.',
    alternateBackends: 'More Services that share the requests, by their weights.',
    host: 'The name that requests ask for; OpenShift makes one up where it is left out.',
    httpHeaders: 'Headers to set or to remove.',
    path: 'How the path of a request begins.',
    port: 'Which port of the Service; all of them where it is left out.',
    subdomain: 'A name below the router’s own domain, instead of a host.',
    tls: 'How the connection is encrypted.',
    to: 'The Service that requests go to, in the Route’s own namespace.',
    wildcardPolicy: 'Whether names below the host are meant, too: Subdomain or None.',
  },
  'openshift.RouteTargetReference': {
    '': 'A Service that requests go to.',
    kind: 'Service.',
    name: 'The name of the Service.',
    weight: 'Its share of the requests, from 0 to 256; 0 gets none.',
  },
  'openshift.RoutePort': {
    '': 'Which port of the Service.',
    targetPort: 'The name of a port of the Service, or the number that its pods listen on.',
  },
  'openshift.TLSConfig': {
    '': 'How a Route’s connection is encrypted.',
    caCertificate: 'The certificate of the authority.',
    certificate: 'The certificate for the host.',
    destinationCACertificate: 'What the pods’ certificates are checked against.',
    externalCertificate: 'A Secret that holds the certificate.',
    insecureEdgeTerminationPolicy: 'What happens to plain requests: Allow, Redirect or None.',
    key: 'The private key of the certificate.',
    termination: 'Where encryption ends: edge, passthrough or reencrypt.',
  },
  'openshift.DeploymentConfig': {
    '': 'OpenShift’s older kind of Deployment.',
    spec: 'How many pods are wanted, and which.',
  },
  'openshift.DeploymentConfigSpec': {
    '': 'How many pods a DeploymentConfig wants, and which.',
    minReadySeconds: 'How long a pod must be ready to count.',
    paused: 'Whether changes are held back.',
    replicas: 'How many pods.',
    revisionHistoryLimit: 'How many older versions are kept.',
    selector: 'The labels of its pods.',
    strategy: 'How older pods are replaced.',
    template: 'What its pods are like. Policies see these labels.',
    test: 'Whether it is scaled down when nothing is being rolled out.',
    triggers: 'What starts a new version.',
  },
  'kubevirt.VirtualMachine': {
    '': 'A virtual machine, which runs in a pod of its own.',
    spec: 'What the machine is like, and whether it runs.',
  },
  'kubevirt.VirtualMachineSpec': {
    '': 'What a virtual machine is like, and whether it runs.',
    dataVolumeTemplates: 'Disks that are made for it.',
    instancetype: 'A named size that it has.',
    liveUpdateFeatures: 'What may change while it runs.',
    preference: 'Named settings that it prefers.',
    runStrategy: 'When it runs: Always, Halted, Manual, Once or RerunOnFailure.',
    running: 'Whether it runs; the older form of runStrategy.',
    template: 'What the machine and its pod are like. Policies see these labels.',
    updateVolumesStrategy: 'How changed disks are taken over.',
  },
  'kubevirt.VirtualMachineTemplate': {
    '': 'What a virtual machine and its pod are like.',
    metadata: 'The labels that its pod has.',
    spec: 'The machine: its processors, memory, disks and networks.',
  },
  'gateway.Fraction': {
    numerator: 'How many of the denominator.',
    denominator: 'What the numerator is counted of; 100 where it is left out.',
  },
  'argo.RollbackWindowSpec': { revisions: 'How many older versions are near enough.' },
  IngressRule: { http: 'Which paths lead to which Services.' },
  ObjectMeta: { managedFields: 'Who wrote which field last; only the cluster writes it.' },
};
