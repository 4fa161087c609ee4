import { artifactsOf } from '../../src/parsers/artifact.ts';
import { at, itemsOf, type KubernetesObject } from '../../src/parsers/kubernetes.ts';
import { getScalar } from '../../src/parsers/yaml.ts';
import { defineRule } from '../define-rule.ts';

/** The official images of Vault and OpenBao. */
const VAULT_IMAGE = /(?:^|\/)(?:(?:library|hashicorp)\/)?(?:vault|vault-enterprise|openbao)(?=[:@]|$)/;

export default defineRule({
  artifact: 'project',
  needs: ['kubernetes'],
  title: 'Vault in Kubernetes that every pod can reach',
  severity: 'low',
  confidence: 'medium',
  why: 'whoever takes over any pod of the cluster talks to Vault, and tries there what tokens it finds',
  fix: "add a NetworkPolicy that lets only Vault's clients reach port 8200, and only its own nodes port 8201",
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  cwe: [923],
  *check({ data }) {
    const manifests = artifactsOf(data, 'kubernetes');
    const hasPolicy = manifests.some((manifest) =>
      manifest.data.objects.some(({ kind }) => /NetworkPolicy$/.test(kind)),
    );
    if (hasPolicy) return;
    for (const { path, data: manifest } of manifests) {
      const vault = manifest.objects.find(runsServer);
      if (!vault) continue;
      yield {
        message: `no NetworkPolicy of this project limits who reaches ${vault.kind} ${vault.name}`,
        path,
        range: vault.range,
      };
      return;
    }
  },
});

/** A workload with a container of Vault's image that is no Agent. */
function runsServer({ kind, node }: KubernetesObject): boolean {
  if (!/^(?:StatefulSet|Deployment|Pod)$/.test(kind)) return false;
  const spec = kind === 'Pod' ? at(node, 'spec') : at(node, 'spec', 'template', 'spec');
  return itemsOf(at(spec, 'containers')).some((container) => {
    const words = [...itemsOf(at(container, 'command')), ...itemsOf(at(container, 'args'))].map((word) =>
      word.type === 'scalar' ? word.value : '',
    );
    return (
      VAULT_IMAGE.test(getScalar(container, 'image')?.value ?? '') &&
      !/(?:^|\s)(?:agent|proxy)(?:\s|$)/.test(words.join(' '))
    );
  });
}
