import { GitError, runGit } from '../clients/git.ts';
import { TargetError } from '../model/errors.ts';
import { policyNameOf } from '../parsers/vault-policy.ts';
import type { PolicyText } from './policy-files.ts';

const POLICY_FILE = /\.(?:hcl|json|policy|pol)$/i;

/** Policies larger than this are refused by Vault anyway. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Files below a folder that may be policies, as they were at a revision: `REF:path`, relative to the folder. Nothing that
 * the repository's configuration names is run.
 *
 * @throws TargetError when git or the revision is missing.
 */
export async function readPoliciesAt(folder: string, revision: string, signal?: AbortSignal): Promise<PolicyText[]> {
  const fail = (error: unknown): never => {
    const said = error instanceof GitError ? error.message : String(error);
    throw new TargetError('bad-revision', `revision ${revision} of ${folder} can't be read: ${said}`, {
      hint: 'name a commit, branch or tag that is there; a shallow clone may lack it',
      cause: error,
    });
  };
  const commit = (
    await runGit(
      folder,
      ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
      signal,
    ).catch(fail)
  )
    .toString('utf8')
    .trim();
  const listing = await runGit(folder, ['ls-tree', '-r', '-z', '-l', commit], signal).catch(fail);
  const texts: PolicyText[] = [];
  for (const entry of listing.toString('utf8').split('\0')) {
    const match = /^100(?:644|755) blob ([0-9a-f]{40,64}) +(\d+)\t(.*)$/s.exec(entry);
    if (!match || !POLICY_FILE.test(match[3]!) || Number(match[2]) > MOST_BYTES) continue;
    const text = (await runGit(folder, ['cat-file', 'blob', match[1]!], signal).catch(fail)).toString('utf8');
    texts.push({ file: `${revision}:${match[3]!}`, text, name: policyNameOf(match[3]!) });
  }
  return texts;
}
