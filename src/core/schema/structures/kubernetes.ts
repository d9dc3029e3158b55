// The structure of the other kinds that Kubernetes itself has and that are read here.
// Made by "npm run schemas" from kubernetes-models@5.1.0 and its kin: change the generator, not this.

export const KUBERNETES_TYPES = `
AWSElasticBlockStoreVolumeSource
  fsType string
  partition integer
  readOnly boolean
  volumeID! string
Affinity
  nodeAffinity NodeAffinity
  podAffinity PodAffinity
  podAntiAffinity PodAntiAffinity
AppArmorProfile
  localhostProfile string
  type! =Localhost|RuntimeDefault|Unconfined
AzureDiskVolumeSource
  cachingMode =None|ReadOnly|ReadWrite
  diskName! string
  diskURI! string
  fsType string
  kind string
  readOnly boolean
AzureFileVolumeSource
  readOnly boolean
  secretName! string
  shareName! string
CSIVolumeSource
  driver! string
  fsType string
  nodePublishSecretRef LocalObjectReference
  readOnly boolean
  volumeAttributes {string}
Capabilities
  add [string]
  drop [string]
CephFSVolumeSource
  monitors! [string]
  path string
  readOnly boolean
  secretFile string
  secretRef LocalObjectReference
  user string
CinderVolumeSource
  fsType string
  readOnly boolean
  secretRef LocalObjectReference
  volumeID! string
ClientIPConfig
  timeoutSeconds integer
ClusterTrustBundleProjection
  labelSelector LabelSelector
  name string
  optional boolean
  path! string
  signerName string
ConfigMapEnvSource
  name string
  optional boolean
ConfigMapKeySelector
  key! string
  name string
  optional boolean
ConfigMapNodeConfigSource
  kubeletConfigKey! string
  name! string
  namespace! string
  resourceVersion string
  uid string
ConfigMapProjection
  items [KeyToPath]
  name string
  optional boolean
ConfigMapVolumeSource
  defaultMode integer
  items [KeyToPath]
  name string
  optional boolean
Container
  args [string]
  command [string]
  env [EnvVar]
  envFrom [EnvFromSource]
  image string
  imagePullPolicy =Always|IfNotPresent|Never
  lifecycle Lifecycle
  livenessProbe Probe
  name! string
  ports [ContainerPort]
  readinessProbe Probe
  resizePolicy [ContainerResizePolicy]
  resources ResourceRequirements
  restartPolicy string
  restartPolicyRules [ContainerRestartRule]
  securityContext SecurityContext
  startupProbe Probe
  stdin boolean
  stdinOnce boolean
  terminationMessagePath string
  terminationMessagePolicy =FallbackToLogsOnError|File
  tty boolean
  volumeDevices [VolumeDevice]
  volumeMounts [VolumeMount]
  workingDir string
ContainerPort
  containerPort! integer
  hostIP string
  hostPort integer
  name string
  protocol =SCTP|TCP|UDP
ContainerResizePolicy
  resourceName! string
  restartPolicy! string
ContainerRestartRule
  action! string
  exitCodes ContainerRestartRuleOnExitCodes
ContainerRestartRuleOnExitCodes
  operator! string
  values [integer]
CronJob
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! CronJobSpec
  status any
CronJobSpec
  concurrencyPolicy =Allow|Forbid|Replace
  failedJobsHistoryLimit integer
  jobTemplate! JobTemplateSpec
  schedule! string
  startingDeadlineSeconds integer
  successfulJobsHistoryLimit integer
  suspend boolean
  timeZone string
DaemonSet
  apiVersion string
  kind string
  metadata ObjectMeta
  spec DaemonSetSpec
  status any
DaemonSetSpec
  minReadySeconds integer
  revisionHistoryLimit integer
  selector! LabelSelector
  template! PodTemplateSpec
  updateStrategy DaemonSetUpdateStrategy
DaemonSetUpdateStrategy
  rollingUpdate RollingUpdateDaemonSet
  type =OnDelete|RollingUpdate
Deployment
  apiVersion string
  kind string
  metadata ObjectMeta
  spec DeploymentSpec
  status any
DeploymentSpec
  minReadySeconds integer
  paused boolean
  progressDeadlineSeconds integer
  replicas integer
  revisionHistoryLimit integer
  selector! LabelSelector
  strategy DeploymentStrategy
  template! PodTemplateSpec
DeploymentStrategy
  rollingUpdate RollingUpdateDeployment
  type =Recreate|RollingUpdate
DownwardAPIProjection
  items [DownwardAPIVolumeFile]
DownwardAPIVolumeFile
  fieldRef ObjectFieldSelector
  mode integer
  path! string
  resourceFieldRef ResourceFieldSelector
DownwardAPIVolumeSource
  defaultMode integer
  items [DownwardAPIVolumeFile]
EmptyDirVolumeSource
  medium string
  sizeLimit quantity
Endpoint
  addresses! [string]
  conditions EndpointConditions
  deprecatedTopology {string}
  hints EndpointHints
  hostname string
  nodeName string
  targetRef ObjectReference
  zone string
EndpointAddress
  hostname string
  ip! string
  nodeName string
  targetRef ObjectReference
EndpointConditions
  ready boolean
  serving boolean
  terminating boolean
EndpointHints
  forNodes [ForNode]
  forZones [ForZone]
EndpointPort
  appProtocol string
  name string
  port integer
  protocol =SCTP|TCP|UDP
EndpointSlice
  addressType! =FQDN|IPv4|IPv6
  apiVersion string
  endpoints [Endpoint]
  kind string
  metadata ObjectMeta
  ports [EndpointPort]
EndpointSubset
  addresses [EndpointAddress]
  notReadyAddresses [EndpointAddress]
  ports [EndpointsPort]
Endpoints
  apiVersion string
  kind string
  metadata ObjectMeta
  subsets [EndpointSubset]
EndpointsPort
  appProtocol string
  name string
  port! integer
  protocol =SCTP|TCP|UDP
EnvFromSource
  configMapRef ConfigMapEnvSource
  prefix string
  secretRef SecretEnvSource
EnvVar
  name! string
  value string
  valueFrom EnvVarSource
EnvVarSource
  configMapKeyRef ConfigMapKeySelector
  fieldRef ObjectFieldSelector
  fileKeyRef FileKeySelector
  resourceFieldRef ResourceFieldSelector
  secretKeyRef SecretKeySelector
EphemeralContainer
  args [string]
  command [string]
  env [EnvVar]
  envFrom [EnvFromSource]
  image string
  imagePullPolicy =Always|IfNotPresent|Never
  lifecycle Lifecycle
  livenessProbe Probe
  name! string
  ports [ContainerPort]
  readinessProbe Probe
  resizePolicy [ContainerResizePolicy]
  resources ResourceRequirements
  restartPolicy string
  restartPolicyRules [ContainerRestartRule]
  securityContext SecurityContext
  startupProbe Probe
  stdin boolean
  stdinOnce boolean
  targetContainerName string
  terminationMessagePath string
  terminationMessagePolicy =FallbackToLogsOnError|File
  tty boolean
  volumeDevices [VolumeDevice]
  volumeMounts [VolumeMount]
  workingDir string
EphemeralVolumeSource
  volumeClaimTemplate PersistentVolumeClaimTemplate
ExecAction
  command [string]
FCVolumeSource
  fsType string
  lun integer
  readOnly boolean
  targetWWNs [string]
  wwids [string]
FileKeySelector
  key! string
  optional boolean
  path! string
  volumeName! string
FlexVolumeSource
  driver! string
  fsType string
  options {string}
  readOnly boolean
  secretRef LocalObjectReference
FlockerVolumeSource
  datasetName string
  datasetUUID string
ForNode
  name! string
ForZone
  name! string
GCEPersistentDiskVolumeSource
  fsType string
  partition integer
  pdName! string
  readOnly boolean
GRPCAction
  port! integer
  service string
GitRepoVolumeSource
  directory string
  repository! string
  revision string
GlusterfsVolumeSource
  endpoints! string
  path! string
  readOnly boolean
HTTPGetAction
  host string
  httpHeaders [HTTPHeader]
  path string
  port! int-or-string
  scheme =HTTP|HTTPS
HTTPHeader
  name! string
  value! string
HTTPIngressPath
  backend! IngressBackend
  path string
  pathType! =Exact|ImplementationSpecific|Prefix
HTTPIngressRuleValue
  paths! [HTTPIngressPath]
HostAlias
  hostnames [string]
  ip! string
HostPathVolumeSource
  path! string
  type =|BlockDevice|CharDevice|Directory|DirectoryOrCreate|File|FileOrCreate|Socket
ISCSIVolumeSource
  chapAuthDiscovery boolean
  chapAuthSession boolean
  fsType string
  initiatorName string
  iqn! string
  iscsiInterface string
  lun! integer
  portals [string]
  readOnly boolean
  secretRef LocalObjectReference
  targetPortal! string
ImageVolumeSource
  pullPolicy =Always|IfNotPresent|Never
  reference string
Ingress
  apiVersion string
  kind string
  metadata ObjectMeta
  spec IngressSpec
  status any
IngressBackend
  resource TypedLocalObjectReference
  service IngressServiceBackend
IngressClass
  apiVersion string
  kind string
  metadata ObjectMeta
  spec IngressClassSpec
IngressClassParametersReference
  apiGroup string
  kind! string
  name! string
  namespace string
  scope string
IngressClassSpec
  controller string
  parameters IngressClassParametersReference
IngressRule
  host string
  http HTTPIngressRuleValue
IngressServiceBackend
  name! string
  port ServiceBackendPort
IngressSpec
  defaultBackend IngressBackend
  ingressClassName string
  rules [IngressRule]
  tls [IngressTLS]
IngressTLS
  hosts [string]
  secretName string
Job
  apiVersion string
  kind string
  metadata ObjectMeta
  spec JobSpec
  status any
JobSpec
  activeDeadlineSeconds integer
  backoffLimit integer
  backoffLimitPerIndex integer
  completionMode =Indexed|NonIndexed
  completions integer
  managedBy string
  manualSelector boolean
  maxFailedIndexes integer
  parallelism integer
  podFailurePolicy PodFailurePolicy
  podReplacementPolicy =Failed|TerminatingOrFailed
  selector LabelSelector
  successPolicy SuccessPolicy
  suspend boolean
  template! PodTemplateSpec
  ttlSecondsAfterFinished integer
JobTemplateSpec
  metadata ObjectMeta
  spec JobSpec
KeyToPath
  key! string
  mode integer
  path! string
Lifecycle
  postStart LifecycleHandler
  preStop LifecycleHandler
  stopSignal string
LifecycleHandler
  exec ExecAction
  httpGet HTTPGetAction
  sleep SleepAction
  tcpSocket TCPSocketAction
LocalObjectReference
  name string
NFSVolumeSource
  path! string
  readOnly boolean
  server! string
Namespace
  apiVersion string
  kind string
  metadata ObjectMeta
  spec NamespaceSpec
  status any
NamespaceSpec
  finalizers [string]
Node
  apiVersion string
  kind string
  metadata ObjectMeta
  spec NodeSpec
  status any
NodeAffinity
  preferredDuringSchedulingIgnoredDuringExecution [PreferredSchedulingTerm]
  requiredDuringSchedulingIgnoredDuringExecution NodeSelector
NodeConfigSource
  configMap ConfigMapNodeConfigSource
NodeSelector
  nodeSelectorTerms! [NodeSelectorTerm]
NodeSelectorRequirement
  key! string
  operator! =DoesNotExist|Exists|Gt|In|Lt|NotIn
  values [string]
NodeSelectorTerm
  matchExpressions [NodeSelectorRequirement]
  matchFields [NodeSelectorRequirement]
NodeSpec
  configSource NodeConfigSource
  externalID string
  podCIDR string
  podCIDRs [string]
  providerID string
  taints [Taint]
  unschedulable boolean
ObjectFieldSelector
  apiVersion string
  fieldPath! string
ObjectReference
  apiVersion string
  fieldPath string
  kind string
  name string
  namespace string
  resourceVersion string
  uid string
PersistentVolumeClaim
  apiVersion string
  kind string
  metadata ObjectMeta
  spec PersistentVolumeClaimSpec
  status any
PersistentVolumeClaimSpec
  accessModes [=ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod]
  dataSource TypedLocalObjectReference
  dataSourceRef TypedObjectReference
  resources VolumeResourceRequirements
  selector LabelSelector
  storageClassName string
  volumeAttributesClassName string
  volumeMode =Block|Filesystem
  volumeName string
PersistentVolumeClaimTemplate
  metadata ObjectMeta
  spec! PersistentVolumeClaimSpec
PersistentVolumeClaimVolumeSource
  claimName! string
  readOnly boolean
PhotonPersistentDiskVolumeSource
  fsType string
  pdID! string
Pod
  apiVersion string
  kind string
  metadata ObjectMeta
  spec PodSpec
  status any
PodAffinity
  preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm]
  requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm]
PodAffinityTerm
  labelSelector LabelSelector
  matchLabelKeys [string]
  mismatchLabelKeys [string]
  namespaceSelector LabelSelector
  namespaces [string]
  topologyKey! string
PodAntiAffinity
  preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm]
  requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm]
PodCertificateProjection
  certificateChainPath string
  credentialBundlePath string
  keyPath string
  keyType! string
  maxExpirationSeconds integer
  signerName! string
  userAnnotations {string}
PodDNSConfig
  nameservers [string]
  options [PodDNSConfigOption]
  searches [string]
PodDNSConfigOption
  name string
  value string
PodFailurePolicy
  rules! [PodFailurePolicyRule]
PodFailurePolicyOnExitCodesRequirement
  containerName string
  operator! =In|NotIn
  values! [integer]
PodFailurePolicyOnPodConditionsPattern
  status string
  type! string
PodFailurePolicyRule
  action! =Count|FailIndex|FailJob|Ignore
  onExitCodes PodFailurePolicyOnExitCodesRequirement
  onPodConditions [PodFailurePolicyOnPodConditionsPattern]
PodOS
  name! string
PodReadinessGate
  conditionType! string
PodResourceClaim
  name! string
  resourceClaimName string
  resourceClaimTemplateName string
PodSchedulingGate
  name! string
PodSchedulingGroup
  podGroupName string
PodSecurityContext
  appArmorProfile AppArmorProfile
  fsGroup integer
  fsGroupChangePolicy =Always|OnRootMismatch
  runAsGroup integer
  runAsNonRoot boolean
  runAsUser integer
  seLinuxChangePolicy string
  seLinuxOptions SELinuxOptions
  seccompProfile SeccompProfile
  supplementalGroups [integer]
  supplementalGroupsPolicy =Merge|Strict
  sysctls [Sysctl]
  windowsOptions WindowsSecurityContextOptions
PodSpec
  activeDeadlineSeconds integer
  affinity Affinity
  automountServiceAccountToken boolean
  containers! [Container]
  dnsConfig PodDNSConfig
  dnsPolicy =ClusterFirst|ClusterFirstWithHostNet|Default|None
  enableServiceLinks boolean
  ephemeralContainers [EphemeralContainer]
  hostAliases [HostAlias]
  hostIPC boolean
  hostNetwork boolean
  hostPID boolean
  hostUsers boolean
  hostname string
  hostnameOverride string
  imagePullSecrets [LocalObjectReference]
  initContainers [Container]
  nodeName string
  nodeSelector {string}
  os PodOS
  overhead {quantity}
  preemptionPolicy =Never|PreemptLowerPriority
  priority integer
  priorityClassName string
  readinessGates [PodReadinessGate]
  resourceClaims [PodResourceClaim]
  resources ResourceRequirements
  restartPolicy =Always|Never|OnFailure
  runtimeClassName string
  schedulerName string
  schedulingGates [PodSchedulingGate]
  schedulingGroup PodSchedulingGroup
  securityContext PodSecurityContext
  serviceAccount string
  serviceAccountName string
  setHostnameAsFQDN boolean
  shareProcessNamespace boolean
  subdomain string
  terminationGracePeriodSeconds integer
  tolerations [Toleration]
  topologySpreadConstraints [TopologySpreadConstraint]
  volumes [Volume]
PodTemplateSpec
  metadata ObjectMeta
  spec PodSpec
PortworxVolumeSource
  fsType string
  readOnly boolean
  volumeID! string
PreferredSchedulingTerm
  preference! NodeSelectorTerm
  weight! integer
Probe
  exec ExecAction
  failureThreshold integer
  grpc GRPCAction
  httpGet HTTPGetAction
  initialDelaySeconds integer
  periodSeconds integer
  successThreshold integer
  tcpSocket TCPSocketAction
  terminationGracePeriodSeconds integer
  timeoutSeconds integer
ProjectedVolumeSource
  defaultMode integer
  sources [VolumeProjection]
QuobyteVolumeSource
  group string
  readOnly boolean
  registry! string
  tenant string
  user string
  volume! string
RBDVolumeSource
  fsType string
  image! string
  keyring string
  monitors! [string]
  pool string
  readOnly boolean
  secretRef LocalObjectReference
  user string
ReplicaSet
  apiVersion string
  kind string
  metadata ObjectMeta
  spec ReplicaSetSpec
  status any
ReplicaSetSpec
  minReadySeconds integer
  replicas integer
  selector! LabelSelector
  template PodTemplateSpec
ReplicationController
  apiVersion string
  kind string
  metadata ObjectMeta
  spec ReplicationControllerSpec
  status any
ReplicationControllerSpec
  minReadySeconds integer
  replicas integer
  selector {string}
  template PodTemplateSpec
ResourceClaim
  name! string
  request string
ResourceFieldSelector
  containerName string
  divisor quantity
  resource! string
ResourceRequirements
  claims [ResourceClaim]
  limits {quantity}
  requests {quantity}
RollingUpdateDaemonSet
  maxSurge int-or-string
  maxUnavailable int-or-string
RollingUpdateDeployment
  maxSurge int-or-string
  maxUnavailable int-or-string
RollingUpdateStatefulSetStrategy
  maxUnavailable int-or-string
  partition integer
SELinuxOptions
  level string
  role string
  type string
  user string
ScaleIOVolumeSource
  fsType string
  gateway! string
  protectionDomain string
  readOnly boolean
  secretRef! LocalObjectReference
  sslEnabled boolean
  storageMode string
  storagePool string
  system! string
  volumeName string
SeccompProfile
  localhostProfile string
  type! =Localhost|RuntimeDefault|Unconfined
SecretEnvSource
  name string
  optional boolean
SecretKeySelector
  key! string
  name string
  optional boolean
SecretProjection
  items [KeyToPath]
  name string
  optional boolean
SecretVolumeSource
  defaultMode integer
  items [KeyToPath]
  optional boolean
  secretName string
SecurityContext
  allowPrivilegeEscalation boolean
  appArmorProfile AppArmorProfile
  capabilities Capabilities
  privileged boolean
  procMount =Default|Unmasked
  readOnlyRootFilesystem boolean
  runAsGroup integer
  runAsNonRoot boolean
  runAsUser integer
  seLinuxOptions SELinuxOptions
  seccompProfile SeccompProfile
  windowsOptions WindowsSecurityContextOptions
Service
  apiVersion string
  kind string
  metadata ObjectMeta
  spec ServiceSpec
  status any
ServiceAccountTokenProjection
  audience string
  expirationSeconds integer
  path! string
ServiceBackendPort
  name string
  number integer
ServicePort
  appProtocol string
  name string
  nodePort integer
  port! integer
  protocol =SCTP|TCP|UDP
  targetPort int-or-string
ServiceSpec
  allocateLoadBalancerNodePorts boolean
  clusterIP string
  clusterIPs [string]
  externalIPs [string]
  externalName string
  externalTrafficPolicy =Cluster|Local
  healthCheckNodePort integer
  internalTrafficPolicy =Cluster|Local
  ipFamilies [=|IPv4|IPv6]
  ipFamilyPolicy =PreferDualStack|RequireDualStack|SingleStack
  loadBalancerClass string
  loadBalancerIP string
  loadBalancerSourceRanges [string]
  ports [ServicePort]
  publishNotReadyAddresses boolean
  selector {string}
  sessionAffinity =ClientIP|None
  sessionAffinityConfig SessionAffinityConfig
  trafficDistribution string
  type =ClusterIP|ExternalName|LoadBalancer|NodePort
SessionAffinityConfig
  clientIP ClientIPConfig
SleepAction
  seconds! integer
StatefulSet
  apiVersion string
  kind string
  metadata ObjectMeta
  spec StatefulSetSpec
  status any
StatefulSetOrdinals
  start integer
StatefulSetPersistentVolumeClaimRetentionPolicy
  whenDeleted string
  whenScaled string
StatefulSetSpec
  minReadySeconds integer
  ordinals StatefulSetOrdinals
  persistentVolumeClaimRetentionPolicy StatefulSetPersistentVolumeClaimRetentionPolicy
  podManagementPolicy =OrderedReady|Parallel
  replicas integer
  revisionHistoryLimit integer
  selector! LabelSelector
  serviceName string
  template! PodTemplateSpec
  updateStrategy StatefulSetUpdateStrategy
  volumeClaimTemplates [PersistentVolumeClaim]
StatefulSetUpdateStrategy
  rollingUpdate RollingUpdateStatefulSetStrategy
  type =OnDelete|RollingUpdate
StorageOSVolumeSource
  fsType string
  readOnly boolean
  secretRef LocalObjectReference
  volumeName string
  volumeNamespace string
SuccessPolicy
  rules! [SuccessPolicyRule]
SuccessPolicyRule
  succeededCount integer
  succeededIndexes string
Sysctl
  name! string
  value! string
TCPSocketAction
  host string
  port! int-or-string
Taint
  effect! =NoExecute|NoSchedule|PreferNoSchedule
  key! string
  timeAdded string
  value string
Toleration
  effect =NoExecute|NoSchedule|PreferNoSchedule
  key string
  operator =Equal|Exists|Gt|Lt
  tolerationSeconds integer
  value string
TopologySpreadConstraint
  labelSelector LabelSelector
  matchLabelKeys [string]
  maxSkew! integer
  minDomains integer
  nodeAffinityPolicy =Honor|Ignore
  nodeTaintsPolicy =Honor|Ignore
  topologyKey! string
  whenUnsatisfiable! =DoNotSchedule|ScheduleAnyway
TypedLocalObjectReference
  apiGroup string
  kind! string
  name! string
TypedObjectReference
  apiGroup string
  kind! string
  name! string
  namespace string
Volume
  awsElasticBlockStore AWSElasticBlockStoreVolumeSource
  azureDisk AzureDiskVolumeSource
  azureFile AzureFileVolumeSource
  cephfs CephFSVolumeSource
  cinder CinderVolumeSource
  configMap ConfigMapVolumeSource
  csi CSIVolumeSource
  downwardAPI DownwardAPIVolumeSource
  emptyDir EmptyDirVolumeSource
  ephemeral EphemeralVolumeSource
  fc FCVolumeSource
  flexVolume FlexVolumeSource
  flocker FlockerVolumeSource
  gcePersistentDisk GCEPersistentDiskVolumeSource
  gitRepo GitRepoVolumeSource
  glusterfs GlusterfsVolumeSource
  hostPath HostPathVolumeSource
  image ImageVolumeSource
  iscsi ISCSIVolumeSource
  name! string
  nfs NFSVolumeSource
  persistentVolumeClaim PersistentVolumeClaimVolumeSource
  photonPersistentDisk PhotonPersistentDiskVolumeSource
  portworxVolume PortworxVolumeSource
  projected ProjectedVolumeSource
  quobyte QuobyteVolumeSource
  rbd RBDVolumeSource
  scaleIO ScaleIOVolumeSource
  secret SecretVolumeSource
  storageos StorageOSVolumeSource
  vsphereVolume VsphereVirtualDiskVolumeSource
VolumeDevice
  devicePath! string
  name! string
VolumeMount
  mountPath! string
  mountPropagation =Bidirectional|HostToContainer|None
  name! string
  readOnly boolean
  recursiveReadOnly string
  subPath string
  subPathExpr string
VolumeProjection
  clusterTrustBundle ClusterTrustBundleProjection
  configMap ConfigMapProjection
  downwardAPI DownwardAPIProjection
  podCertificate PodCertificateProjection
  secret SecretProjection
  serviceAccountToken ServiceAccountTokenProjection
VolumeResourceRequirements
  limits {quantity}
  requests {quantity}
VsphereVirtualDiskVolumeSource
  fsType string
  storagePolicyID string
  storagePolicyName string
  volumePath! string
WeightedPodAffinityTerm
  podAffinityTerm! PodAffinityTerm
  weight! integer
WindowsSecurityContextOptions
  gmsaCredentialSpec string
  gmsaCredentialSpecName string
  hostProcess boolean
  runAsUserName string
`;
