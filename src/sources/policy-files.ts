import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicySource } from '../analysis/permissions.ts';
import { TargetError, UsageError } from '../model/errors.ts';
import type { PolicyDialect, PolicyError } from '../model/policy.ts';
import { parseVaultPolicy, policyNameOf, vaultPolicyParser } from '../parsers/vault-policy.ts';

/** Names of files that may be policies, where a folder is given. */
const POLICY_FILE = /\.(?:hcl|json|policy|pol)$/i;

/** `path "..."` or `"path":`, which the policies of other programs do not have. */
const PATH_BLOCK = /(?:^|[\s{,"])path"?\s*["{:]/;

/** Refused policies that one message names. */
const MOST_REFUSED = 5;

/** A text and where it came from. */
export interface PolicyText {
  /** As the user wrote it, or below the folder that he named. */
  file: string;
  text: string;
  /** Name of the policy, where the file's own says something else. */
  name?: string;
}

/** Reads a file as text; what is no UTF-8 becomes U+FFFD, as on its way to Vault. @throws TargetError */
export function readText(file: string, what: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'is a folder' : code;
    throw new TargetError('unreadable', `${what} ${file} can't be read: ${reason}`, { cause: error });
  }
}

/** Texts of the files, and of all `.hcl`, `.json` and `.policy` files of the folders, that the user named. */
export function readPolicyTexts(paths: readonly string[]): PolicyText[] {
  if (paths.length === 0)
    throw new UsageError('no-policy', 'no policy is given', { hint: 'add --policy FILE, or a folder of policies' });
  const texts = paths.flatMap((path) => {
    if (path !== '-' && isFolder(path))
      return policyFilesBelow(path)
        .map((file) => ({ file, text: readText(file, 'policy') }))
        .filter(({ file, text }) => mayBePolicy(file, text));
    return [{ file: path, text: readText(path, 'policy') }];
  });
  if (texts.length > 0) return texts;
  throw new UsageError('no-policy', `no policy below ${paths.join(', ')}`, {
    hint: 'name a file, or a folder with files that end in .hcl, .json or .policy',
  });
}

/** Parses policies of which Vault must take every one. @throws TargetError that says where each is refused */
export function parsePolicies(texts: readonly PolicyText[], dialect: PolicyDialect): PolicySource[] {
  const sources = texts.map(({ file, text, name }) => ({
    file,
    policy: parseVaultPolicy(text, { name: name ?? (file === '-' ? 'stdin' : policyNameOf(file)), dialect }),
  }));
  const refused = sources.filter(({ policy }) => policy.errors.length > 0);
  if (refused.length === 0) return sources;
  const lines = refused.slice(0, MOST_REFUSED).map(({ file, policy }) => describeErrors(file, policy.errors));
  if (refused.length > MOST_REFUSED) lines.push(`and ${refused.length - MOST_REFUSED} more policies`);
  throw new TargetError('refused-policy', `Vault would refuse this policy: ${lines.join('\n')}`, {
    hint: 'correct it and run again; `vaultcheck policy lint` shows all that is wrong',
  });
}

function describeErrors(file: string, errors: readonly PolicyError[]): string {
  const { line, column, message } = errors[0]!;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return `${file}:${line}:${column}: ${message}${more}`;
}

/** Other files that end so lie beside policies; an empty one is a policy that Vault would refuse. */
function mayBePolicy(file: string, text: string): boolean {
  if (text.trim() === '') return !file.endsWith('.json');
  return vaultPolicyParser.anchor!.test(text) && PATH_BLOCK.test(text);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Sorted; links are not followed. */
function policyFilesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return entry.name === '.git' || entry.name === 'node_modules' ? [] : policyFilesBelow(path);
      return entry.isFile() && POLICY_FILE.test(entry.name) ? [path] : [];
    });
}
