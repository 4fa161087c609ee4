import type { Match } from '../../src/model/rule.ts';
import { at, itemsOf, type KubernetesObject } from '../../src/parsers/kubernetes.ts';
import { get, getScalar, type YamlNode } from '../../src/parsers/yaml.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'kubernetes',
  title: 'Kubernetes Secrets that lie in etcd without encryption',
  severity: 'medium',
  confidence: 'high',
  why: 'who reads the disk or a backup of etcd has every Secret of the cluster, those that Vault wrote included',
  fix: 'put a `kms` (or at least `secretbox`) provider before `identity`, and write all Secrets anew',
  references: ['https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/'],
  cwe: [311],
  *check({ data }) {
    for (const object of data.objects) {
      if (object.kind === 'EncryptionConfiguration') yield* identityFirst(object.node);
      else if (object.kind === 'ClusterConfig' && object.apiVersion.startsWith('eksctl.io/')) yield* eksctl(object);
      else if (object.kind === 'K3sConfig') yield* k3s(object);
    }
  },
});

/** The first provider writes; those after it only read. */
function* identityFirst(node: YamlNode): Iterable<Match> {
  for (const entry of itemsOf(get(node, 'resources'))) {
    const names = itemsOf(get(entry, 'resources')).flatMap((name) => (name.type === 'scalar' ? name.value : []));
    if (!names.some((name) => /^(?:secrets|\*\.?|\*\.\*)$/.test(name))) continue;
    const [first] = itemsOf(get(entry, 'providers'));
    const key = first?.type === 'mapping' ? first.entries[0]?.key : undefined;
    if (key?.value === 'identity')
      yield {
        message: 'the first provider is identity, which encrypts nothing',
        range: key.range,
        paste: '- kms: { apiVersion: v2, name: vault, endpoint: unix:///var/run/kms.sock }',
      };
  }
}

function* eksctl({ node, range }: KubernetesObject): Iterable<Match> {
  if (!getScalar(at(node, 'secretsEncryption'), 'keyARN'))
    yield {
      message: 'no secretsEncryption is set for this EKS cluster',
      range,
      severity: 'low',
      paste: 'secretsEncryption: { keyARN: ARN-OF-THE-KMS-KEY }',
    };
}

function* k3s({ node, range }: KubernetesObject): Iterable<Match> {
  const setting = getScalar(node, 'secrets-encryption');
  if (!/^true$/i.test(setting?.value ?? ''))
    yield {
      message: 'secrets-encryption is not on',
      range: setting?.range ?? range,
      paste: 'secrets-encryption: true',
    };
}
