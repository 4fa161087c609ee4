import { buildsOf, sourcesOf } from '../../src/parsers/build-context.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'project',
  needs: ['dockerfile', 'dockerignore', 'compose'],
  title: 'whole folder copied, and nothing keeps secrets out',
  severity: 'info',
  confidence: 'medium',
  why: 'what is only on the machine of the one who builds (.env, keys, the history of git) gets into the image unseen',
  fix: 'add a .dockerignore, best one that leaves out everything and names what goes in',
  references: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
  catalogue: ['VS103'],
  cwe: [538],
  *check({ data }) {
    const seen = new Set<string>();
    for (const build of buildsOf(data)) {
      // Images for work on the code are not pushed.
      if (/dev|test|ci\b|local/i.test(build.path.slice(build.path.lastIndexOf('/') + 1))) continue;
      for (const { instructions, isFinal } of build.dockerfile.stages)
        for (const instruction of instructions) {
          const isWhole = sourcesOf(instruction).some((source) => /^\.?\/?$|^\.\/?\*?$|^\*$/.test(source));
          if (!isFinal || !isWhole || seen.has(build.path) || instruction.flags.some(({ name }) => name === 'exclude'))
            continue;
          const hasHistory = data.isGitRoot === true && build.context === '';
          const open = [...(hasHistory ? ['.git/config'] : []), '.env', 'id_rsa', '.vault-token'].filter(
            (path) => !build.isIgnored(path),
          );
          if (!open.includes('.env') && !open.includes('.git/config')) continue;
          seen.add(build.path);
          const names = open.map((path) => path.replace('/config', '')).join(', ');
          yield {
            path: build.path,
            range: instruction.range,
            message:
              build.ignorePath === undefined
                ? `no .dockerignore keeps ${names} out`
                : `${build.ignorePath} lets ${names} through`,
            paste: `${open.map((path) => (path === '.env' ? '.env*' : path.replace('/config', ''))).join('\n')}\n*.pem\n*.tfstate*`,
          };
        }
    }
  },
});
