import type { Match } from '../../src/model/rule.ts';
import { at, itemsOf, type KubernetesObject } from '../../src/parsers/kubernetes.ts';
import { get, getScalar, type YamlNode, type YamlScalar } from '../../src/parsers/yaml.ts';
import { defineRule } from '../define-rule.ts';

/** Annotations with which clouds keep a load balancer inside. */
const INTERNAL = /(?:load-balancer-internal|load-balancer-type|internal-load-balancer|load-balancer-scheme)$/;

export default defineRule({
  artifact: 'kubernetes',
  title: 'Vault that can be reached from outside of the cluster',
  severity: 'medium',
  confidence: 'medium',
  why: 'every stolen token works from there, and so does every new weakness of the server',
  fix: 'use a Service of type ClusterIP, or a load balancer of the internal network that only its clients reach',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/production-hardening'],
  cwe: [668],
  *check({ data }) {
    for (const object of data.objects) {
      if (object.kind === 'Service') yield* exposedService(object);
      else if (/^(?:Ingress|HTTPRoute|TLSRoute|Route|IngressRoute(?:TCP)?)$/.test(object.kind))
        yield* exposedRoute(object);
    }
  },
});

function* exposedService({ node, name }: KubernetesObject): Iterable<Match> {
  const type = getScalar(at(node, 'spec'), 'type');
  if (!type || !/^(?:LoadBalancer|NodePort)$/.test(type.value) || !servesVault(node, name) || isInternal(node)) return;
  yield { message: `Service ${name} of Vault is of type ${type.value}`, range: type.range, paste: 'type: ClusterIP' };
}

/** By its name or its selector, and by Vault's port where one is named. */
function servesVault(node: YamlNode, name: string): boolean {
  const selector = at(node, 'spec', 'selector');
  const values =
    selector?.type === 'mapping'
      ? selector.entries.map(({ value }) => (value.type === 'scalar' ? value.value : ''))
      : [];
  if (
    ![name, ...values].some((value) => /^(?:vault|openbao)(?:-(?:active|standby|internal|ui|server|\d+))?$/.test(value))
  )
    return false;
  const ports = itemsOf(at(node, 'spec', 'ports')).flatMap((port) => [
    getScalar(port, 'port')?.value,
    getScalar(port, 'targetPort')?.value,
  ]);
  return ports.length === 0 || ports.some((port) => /^(?:82\d\d|443|https?|api)$/.test(port ?? ''));
}

function isInternal(node: YamlNode): boolean {
  const annotations = at(node, 'metadata', 'annotations');
  if (annotations?.type !== 'mapping') return false;
  return annotations.entries.some(
    ({ key, value }) =>
      INTERNAL.test(key.value) && value.type === 'scalar' && /^(?:true|internal|0\.0\.0\.0\/0)$/i.test(value.value),
  );
}

/** Routes to a Service that is called as Vault's charts call it. */
function* exposedRoute({ node, kind }: KubernetesObject): Iterable<Match> {
  const backend = backendsOf(get(node, 'spec')).find(({ value }) =>
    /^(?:vault|openbao)(?:-(?:active|ui))?$/.test(value),
  );
  if (backend) yield { message: `${kind} leads to Service ${backend.value}`, range: backend.range, severity: 'low' };
}

/** Names of Services at any depth: `service: {name}`, `serviceName`, `backendRefs: [{name}]`, `to: {name}`, `services: [{name}]`. */
function backendsOf(node: YamlNode | undefined, parent = ''): YamlScalar[] {
  if (node?.type === 'sequence') return node.items.flatMap((item) => backendsOf(item, parent));
  if (node?.type !== 'mapping') return [];
  return node.entries.flatMap(({ key, value }) => {
    const isName =
      key.value === 'serviceName' || (key.value === 'name' && /^(?:service|backendRefs|to|services)$/.test(parent));
    if (value.type === 'scalar') return isName ? value : [];
    return backendsOf(value, key.value);
  });
}
