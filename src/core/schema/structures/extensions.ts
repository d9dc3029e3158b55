// The structure of the Gateway API and of the Argo Rollout.
// Made by "npm run schemas" from kubernetes-models@5.1.0 and its kin: change the generator, not this.

export const EXTENSION_TYPES = `
argo.ObjectRef
  apiVersion string
  kind string
  name string
  scaleDown string
argo.RollbackWindowSpec
  revisions integer
argo.Rollout
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! argo.RolloutSpec
  status any
argo.RolloutSpec
  analysis any
  minReadySeconds integer
  paused boolean
  progressDeadlineAbort boolean
  progressDeadlineSeconds integer
  replicas integer
  restartAt string
  revisionHistoryLimit integer
  rollbackWindow argo.RollbackWindowSpec
  selector LabelSelector
  strategy any
  template PodTemplateSpec
  workloadRef argo.ObjectRef
gateway.AllowedListeners
  namespaces gateway.ListenerNamespaces
gateway.AllowedRoutes
  kinds [gateway.RouteGroupKind]
  namespaces gateway.RouteNamespaces
gateway.BackendObjectReference
  group string
  kind string
  name! string
  namespace string
  port integer
gateway.BackendRef
  group string
  kind string
  name! string
  namespace string
  port integer
  weight integer
gateway.CookieConfig
  lifetimeType =Permanent|Session
gateway.ForwardBodyConfig
  maxSize integer
gateway.Fraction
  denominator integer
  numerator! integer
gateway.FrontendTLSConfig
  default! gateway.TLSConfig
  perPort [gateway.TLSPortConfig]
gateway.FrontendTLSValidation
  caCertificateRefs! [gateway.ObjectReference]
  mode =AllowValidOnly|AllowInsecureFallback
gateway.GRPCAuthConfig
  allowedHeaders [string]
gateway.GRPCBackendRef
  group string
  kind string
  name! string
  namespace string
  port integer
  weight integer
  filters [gateway.GRPCRouteFilter]
gateway.GRPCHeaderMatch
  name! string
  type =Exact|RegularExpression
  value! string
gateway.GRPCMethodMatch
  method string
  service string
  type =Exact|RegularExpression
gateway.GRPCRoute
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! gateway.GRPCRouteSpec
  status any
gateway.GRPCRouteFilter
  extensionRef gateway.LocalObjectReference
  requestHeaderModifier gateway.HTTPHeaderFilter
  requestMirror gateway.HTTPRequestMirrorFilter
  responseHeaderModifier gateway.HTTPHeaderFilter
  type! string
gateway.GRPCRouteMatch
  headers [gateway.GRPCHeaderMatch]
  method gateway.GRPCMethodMatch
gateway.GRPCRouteRule
  backendRefs [gateway.GRPCBackendRef]
  filters [gateway.GRPCRouteFilter]
  matches [gateway.GRPCRouteMatch]
  name string
  sessionPersistence gateway.SessionPersistence
gateway.GRPCRouteSpec
  parentRefs [gateway.ParentReference]
  useDefaultGateways =All|None
  hostnames [string]
  rules [gateway.GRPCRouteRule]
gateway.Gateway
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! gateway.GatewaySpec
  status any
gateway.GatewayBackendTLS
  clientCertificateRef gateway.SecretObjectReference
gateway.GatewayClass
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! gateway.GatewayClassSpec
  status any
gateway.GatewayClassSpec
  controllerName! string
  description string
  parametersRef gateway.ParametersReference
gateway.GatewayInfrastructure
  annotations {string}
  labels {string}
  parametersRef gateway.LocalParametersReference
gateway.GatewaySpec
  addresses [gateway.GatewaySpecAddress]
  allowedListeners gateway.AllowedListeners
  defaultScope =All|None
  gatewayClassName! string
  infrastructure gateway.GatewayInfrastructure
  listeners! [gateway.Listener]
  tls gateway.GatewayTLSConfig
gateway.GatewaySpecAddress
  type string
  value string
gateway.GatewayTLSConfig
  backend gateway.GatewayBackendTLS
  frontend gateway.FrontendTLSConfig
gateway.HTTPAuthConfig
  allowedHeaders [string]
  allowedResponseHeaders [string]
  path string
gateway.HTTPBackendRef
  group string
  kind string
  name! string
  namespace string
  port integer
  weight integer
  filters [gateway.HTTPRouteFilter]
gateway.HTTPCORSFilter
  allowCredentials boolean
  allowHeaders [string]
  allowMethods [=GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|*]
  allowOrigins [string]
  exposeHeaders [string]
  maxAge integer
gateway.HTTPExternalAuthFilter
  backendRef! gateway.BackendObjectReference
  forwardBody gateway.ForwardBodyConfig
  grpc gateway.GRPCAuthConfig
  http gateway.HTTPAuthConfig
  protocol! string
gateway.HTTPHeader
  name! string
  value! string
gateway.HTTPHeaderFilter
  add [gateway.HTTPHeader]
  remove [string]
  set [gateway.HTTPHeader]
gateway.HTTPHeaderMatch
  name! string
  type =Exact|RegularExpression
  value! string
gateway.HTTPPathMatch
  type =Exact|PathPrefix|RegularExpression
  value string
gateway.HTTPPathModifier
  replaceFullPath string
  replacePrefixMatch string
  type! string
gateway.HTTPQueryParamMatch
  name! string
  type =Exact|RegularExpression
  value! string
gateway.HTTPRequestMirrorFilter
  backendRef! gateway.BackendObjectReference
  fraction gateway.Fraction
  percent integer
gateway.HTTPRequestRedirectFilter
  hostname string
  path gateway.HTTPPathModifier
  port integer
  scheme =http|https
  statusCode integer
gateway.HTTPRoute
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! gateway.HTTPRouteSpec
  status any
gateway.HTTPRouteFilter
  cors gateway.HTTPCORSFilter
  extensionRef gateway.LocalObjectReference
  externalAuth gateway.HTTPExternalAuthFilter
  requestHeaderModifier gateway.HTTPHeaderFilter
  requestMirror gateway.HTTPRequestMirrorFilter
  requestRedirect gateway.HTTPRequestRedirectFilter
  responseHeaderModifier gateway.HTTPHeaderFilter
  type! string
  urlRewrite gateway.HTTPURLRewriteFilter
gateway.HTTPRouteMatch
  headers [gateway.HTTPHeaderMatch]
  method =GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH
  path gateway.HTTPPathMatch
  queryParams [gateway.HTTPQueryParamMatch]
gateway.HTTPRouteRetry
  attempts integer
  backoff string
  codes [integer]
gateway.HTTPRouteRule
  backendRefs [gateway.HTTPBackendRef]
  filters [gateway.HTTPRouteFilter]
  matches [gateway.HTTPRouteMatch]
  name string
  retry gateway.HTTPRouteRetry
  sessionPersistence gateway.SessionPersistence
  timeouts gateway.HTTPRouteTimeouts
gateway.HTTPRouteSpec
  parentRefs [gateway.ParentReference]
  useDefaultGateways =All|None
  hostnames [string]
  rules [gateway.HTTPRouteRule]
gateway.HTTPRouteTimeouts
  backendRequest string
  request string
gateway.HTTPURLRewriteFilter
  hostname string
  path gateway.HTTPPathModifier
gateway.Listener
  allowedRoutes gateway.AllowedRoutes
  hostname string
  name! string
  port! integer
  protocol! string
  tls gateway.ListenerTLSConfig
gateway.ListenerEntry
  allowedRoutes gateway.AllowedRoutes
  hostname string
  name! string
  port integer
  protocol! string
  tls gateway.ListenerTLSConfig
gateway.ListenerNamespaces
  from string
  selector LabelSelector
gateway.ListenerSet
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! gateway.ListenerSetSpec
  status any
gateway.ListenerSetSpec
  listeners! [gateway.ListenerEntry]
  parentRef! gateway.ParentGatewayReference
gateway.ListenerTLSConfig
  certificateRefs [gateway.SecretObjectReference]
  mode =Terminate|Passthrough
  options {string}
gateway.LocalObjectReference
  group! string
  kind! string
  name! string
gateway.LocalParametersReference
  group! string
  kind! string
  name! string
gateway.ObjectReference
  group! string
  kind! string
  name! string
  namespace string
gateway.ParametersReference
  group! string
  kind! string
  name! string
  namespace string
gateway.ParentGatewayReference
  group string
  kind string
  name! string
  namespace string
gateway.ParentReference
  group string
  kind string
  name! string
  namespace string
  port integer
  sectionName string
gateway.ReferenceGrant
  apiVersion string
  kind string
  metadata ObjectMeta
  spec gateway.ReferenceGrantSpec
gateway.ReferenceGrantFrom
  group! string
  kind! string
  namespace! string
gateway.ReferenceGrantSpec
  from! [gateway.ReferenceGrantFrom]
  to! [gateway.ReferenceGrantTo]
gateway.ReferenceGrantTo
  group! string
  kind! string
  name string
gateway.RouteGroupKind
  group string
  kind! string
gateway.RouteNamespaces
  from =All|None|Same|Selector
  selector LabelSelector
gateway.SecretObjectReference
  group string
  kind string
  name! string
  namespace string
gateway.SessionPersistence
  absoluteTimeout string
  cookieConfig gateway.CookieConfig
  idleTimeout string
  sessionName string
  type =Cookie|Header
gateway.TCPRoute
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! gateway.TCPRouteSpec
  status any
gateway.TCPRouteRule
  backendRefs! [gateway.BackendRef]
  name string
gateway.TCPRouteSpec
  parentRefs [gateway.ParentReference]
  useDefaultGateways =All|None
  rules! [gateway.TCPRouteRule]
gateway.TLSConfig
  validation gateway.FrontendTLSValidation
gateway.TLSPortConfig
  port! integer
  tls! gateway.TLSConfig
gateway.TLSRoute
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! gateway.TLSRouteSpec
  status any
gateway.TLSRouteRule
  backendRefs! [gateway.BackendRef]
  name string
gateway.TLSRouteSpec
  parentRefs [gateway.ParentReference]
  useDefaultGateways =All|None
  hostnames [string]
  rules! [gateway.TLSRouteRule]
gateway.UDPRoute
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! gateway.UDPRouteSpec
  status any
gateway.UDPRouteRule
  backendRefs! [gateway.BackendRef]
  name string
gateway.UDPRouteSpec
  parentRefs [gateway.ParentReference]
  useDefaultGateways =All|None
  rules! [gateway.UDPRouteRule]
`;
