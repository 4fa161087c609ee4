import { existsSync } from 'node:fs';
import { buildImage, hasImage, pullImage } from './docker.ts';
import { install } from './machine.ts';
import { VAULT_VERSION, vaultBinary } from './vault.ts';

/** A small image with a shell; `sh`, `cat`, `nc`, `httpd` and the like are BusyBox. */
export const BUSYBOX_IMAGE = 'vaultcheck-test/busybox';

/** Vault alone, in `/bin/vault`, with BusyBox beside it. */
export const VAULT_IMAGE = `vaultcheck-test/vault:${VAULT_VERSION}`;

/** A static BusyBox on this machine; installs it where it may. */
export function busyboxBinary(): string {
  const binary = '/bin/busybox';
  if (!existsSync(binary)) install(['busybox-static'], 'the test images need a static BusyBox');
  return binary;
}

/** Makes sure that the image with a shell is there: found, pulled, or built. */
export function ensureBusybox(): string {
  if (hasImage(BUSYBOX_IMAGE)) return BUSYBOX_IMAGE;
  const dockerfile = `FROM scratch
COPY busybox /bin/busybox
RUN ["/bin/busybox", "--install", "-s", "/bin"]
ENV PATH=/bin
CMD ["sh"]
`;
  buildImage(BUSYBOX_IMAGE, dockerfile, { busybox: busyboxBinary() });
  return BUSYBOX_IMAGE;
}

/** Makes sure that an image of Vault is there: found, pulled, or built of the Go module. */
export function ensureVault(): string {
  const official = `hashicorp/vault:${VAULT_VERSION}`;
  for (const name of [VAULT_IMAGE, official]) if (hasImage(name)) return name;
  if (!process.env.VAULTCHECK_TEST_VAULT && pullImage(official)) return official;
  const dockerfile = `FROM ${ensureBusybox()}
COPY vault /bin/vault
ENTRYPOINT ["/bin/vault"]
`;
  buildImage(VAULT_IMAGE, dockerfile, { vault: vaultBinary() });
  return VAULT_IMAGE;
}
