import type { PolicyMounts } from '../../analysis/auditor-policy.ts';
import { VaultClient, type VaultEndpoint, type VaultToken } from '../../clients/vault.ts';
import { TargetError } from '../../model/errors.ts';
import type { VaultRecording } from '../../model/vault-recording.ts';
import { bodyOf } from './answer.ts';
import { mountsOf } from './expand.ts';

/** The mounts of a cluster and nothing else. @throws TargetError, UsageError */
export async function readMounts(
  endpoint: VaultEndpoint,
  token: VaultToken,
  namespace?: string,
): Promise<PolicyMounts> {
  const client = new VaultClient(endpoint, token);
  const read = async (path: string) => {
    const { status, json, reason } = await client.request({ method: 'GET', path: `v1/${path}`, namespace });
    if (status === 200) return mountsOf(bodyOf(json));
    const why = status === 403 ? `the token needs read on ${path}` : (reason ?? `status ${status}`);
    throw new TargetError('no-mounts', `the mounts of ${endpoint.address} can't be read: ${why}`, {
      hint: 'name no address and no token to print the policy for the usual paths',
    });
  };
  try {
    return { secrets: await read('sys/mounts'), auth: await read('sys/auth') };
  } finally {
    await client.close();
  }
}

/** The mounts that a recording knows. @throws TargetError */
export function recordedMounts({ answers, name }: VaultRecording): PolicyMounts {
  const of = (id: string) => answers.find(({ read, data }) => read === id && data !== undefined)?.data;
  const [secrets, auth] = [of('mounts'), of('auth')];
  if (!secrets || !auth) throw new TargetError('no-mounts', `the recording of ${name} does not hold the mounts`);
  return { secrets: mountsOf(secrets), auth: mountsOf(auth) };
}
