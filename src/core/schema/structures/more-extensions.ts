// The structure of kinds whose definitions are published only with their programs: OpenShift's Route
// and DeploymentConfig, KubeVirt's VirtualMachine. What describes a guest is not looked into.

export const MORE_EXTENSION_TYPES = `
openshift.Route
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! openshift.RouteSpec
  status any
openshift.RouteSpec
  alternateBackends [openshift.RouteTargetReference] 0..3
  host string
  httpHeaders any
  path string
  port openshift.RoutePort
  subdomain string
  tls openshift.TLSConfig
  to! openshift.RouteTargetReference
  wildcardPolicy =None|Subdomain
openshift.RouteTargetReference
  kind! =Service
  name! string
  weight integer 0..256
openshift.RoutePort
  targetPort! int-or-string
openshift.TLSConfig
  caCertificate string
  certificate string
  destinationCACertificate string
  externalCertificate LocalObjectReference
  insecureEdgeTerminationPolicy =Allow|Disable|None|Redirect
  key string
  termination! =edge|passthrough|reencrypt
openshift.DeploymentConfig
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! openshift.DeploymentConfigSpec
  status any
openshift.DeploymentConfigSpec
  minReadySeconds integer
  paused boolean
  replicas integer
  revisionHistoryLimit integer
  selector {string}
  strategy any
  template PodTemplateSpec
  test boolean
  triggers any
kubevirt.VirtualMachine
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! kubevirt.VirtualMachineSpec
  status any
kubevirt.VirtualMachineSpec
  dataVolumeTemplates any
  instancetype any
  liveUpdateFeatures any
  preference any
  runStrategy =Always|Halted|Manual|Once|RerunOnFailure|WaitAsReceiver
  running boolean
  template! kubevirt.VirtualMachineTemplate
  updateVolumesStrategy string
kubevirt.VirtualMachineTemplate
  metadata ObjectMeta
  spec any
`;
