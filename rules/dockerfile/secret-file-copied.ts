import { isSecretPath } from '../../src/analysis/secret-path.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'dockerfile',
  title: 'secret file copied into the image',
  severity: 'high',
  confidence: 'high',
  why: 'the file stays in its layer, also when a later one deletes it: whoever pulls the image has it',
  fix: 'mount it for one command (`RUN --mount=type=secret,id=NAME`) or at run time, and name it in .dockerignore',
  references: ['https://docs.docker.com/build/building/secrets/'],
  catalogue: ['VS103', 'VS104'],
  cwe: [538],
  *check({ data }) {
    const hidden = new Set(data.stages.filter(({ isFinal }) => !isFinal).flatMap(({ instructions }) => instructions));
    for (const instruction of data.instructions) {
      const { keyword, args, flags } = instruction;
      if (keyword !== 'COPY' && keyword !== 'ADD') continue;
      if (flags.some((flag) => flag.name === 'from')) continue;
      // `COPY token /root/.vault-token` names it by where it goes.
      const target = args.at(-1);
      const named = args.slice(0, -1);
      const isTarget =
        target &&
        isSecretPath(target.value) &&
        !named.some(({ value }) => isSecretPath(value) || /pub|example/.test(value));
      for (const { value, range } of isTarget && named.length > 0 ? [...named, target] : named) {
        const name = value.replace(/^["'[]+|["',\]]+$/g, '');
        if (!isSecretPath(name)) continue;
        const file = name.split('/').at(-1)!;
        const paste = `RUN --mount=type=secret,id=${file.replace(/^\.+/, '')},target=/run/secrets/${file} COMMAND`;
        // The layers of other stages are not pushed with the image, but they are in the cache of the builder.
        // Most files of npm's settings hold no token; whether this one does, only the file shows.
        const isSettings = /(?:^|\/)\.npmrc$/.test(name);
        if (isSettings) yield { message: `${name} is copied`, range, paste, severity: 'low', confidence: 'low' };
        else if (hidden.has(instruction))
          yield { message: `${name} is copied into a stage of the build`, range, paste, severity: 'low' };
        else yield { message: `${name} is copied into the image`, range, paste };
      }
    }
  },
});
