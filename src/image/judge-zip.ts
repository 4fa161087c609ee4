import type { Problem } from '../model/problem.ts';
import { memberPath } from '../sources/image/member-path.ts';
import { isZipName, readZip, ZipError } from '../sources/zip.ts';

/** A zip is held in memory; larger ones are not opened. */
export const LARGEST_ZIP_BYTES = 64 * 1024 * 1024;

/** A member is held in memory beside its zip. */
const LARGEST_MEMBER_BYTES = 32 * 1024 * 1024;

/** All that the members of one zip, and of the zips in it, may grow to. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** Zips in zips: a library in an application in a package. */
const MOST_LEVELS = 3;

/** What judges one member. */
export type JudgeMember = (path: string, bytes: Buffer) => Promise<void>;

/** Reads the members of a zip, and of zips in it, each once, as `app.jar!/x`; what can't be read is a problem. */
export async function judgeZip(path: string, bytes: Buffer, judge: JudgeMember): Promise<Problem[]> {
  const problems: Problem[] = [];
  await walk({ path, bytes, level: 1 }, judge, { left: MOST_BYTES, problems });
  return problems;
}

async function walk(
  { path, bytes, level }: { path: string; bytes: Buffer; level: number },
  judge: JudgeMember,
  budget: { left: number; problems: Problem[] },
): Promise<void> {
  const note = (kind: Problem['kind'], message: string, at = path) =>
    budget.problems.push({ kind, code: 'archive', message, path: at });
  try {
    for (const member of readZip(bytes)) {
      const { path: inside, isOutside } = memberPath(member.name);
      const name = `${path}!/${inside}`;
      if (isOutside) note('unread', 'its name leads out of the archive', name);
      if (member.sizeBytes > LARGEST_MEMBER_BYTES) {
        note('coverage', 'larger than 32 MB in an archive, not looked at', name);
        continue;
      }
      budget.left -= member.sizeBytes;
      if (budget.left < 0) {
        note('unread', 'grows to more than 1 GB, and was not read to its end');
        return;
      }
      await judgeMember({ name, member, level }, judge, budget);
    }
  } catch (error) {
    if (!(error instanceof ZipError || error instanceof RangeError)) throw error;
    note('unread', error instanceof ZipError ? error.message : 'has a directory that is broken');
  }
}

async function judgeMember(
  { name, member, level }: { name: string; member: { read(): Buffer }; level: number },
  judge: JudgeMember,
  budget: { left: number; problems: Problem[] },
): Promise<void> {
  let bytes: Buffer;
  try {
    bytes = member.read();
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    budget.problems.push({ kind: 'unread', code: 'archive', message: error.message, path: name });
    return;
  }
  if (!isZipName(name) || bytes.length === 0) await judge(name, bytes);
  else if (level < MOST_LEVELS) await walk({ path: name, bytes, level: level + 1 }, judge, budget);
  else
    budget.problems.push({
      kind: 'coverage',
      code: 'archive',
      message: `archives deeper than ${MOST_LEVELS} levels`,
      path: name,
    });
}
