import { type BaseImage, type Dockerfile, type DockerStage, instructionsOf } from '../../src/parsers/dockerfile.ts';
import { defineRule } from '../define-rule.ts';

/** Official images without a user of their own; of any other the file does not show whose it runs as. */
const RUNS_AS_ROOT =
  /^(?:library\/)?(?:alpine|amazoncorretto|amazonlinux|archlinux|busybox|bun|centos|clojure|debian|eclipse-temurin|erlang|elixir|fedora|golang|gradle|haskell|ibmjava|julia|maven|mono|node|openjdk|perl|php|pypy|python|r-base|rockylinux|almalinux|ruby|rust|sapmachine|swift|tomcat|ubuntu)$|^(?:oven\/bun|denoland\/deno|mcr\.microsoft\.com\/dotnet\/[\w/-]+)$/;

/** The image that the stage, or what it is built on, starts from. */
function rootOf({ stages }: Dockerfile, stage: DockerStage): BaseImage {
  return stage.parent === undefined ? stage.base : rootOf({ stages } as Dockerfile, stages[stage.parent]!);
}

export default defineRule({
  artifact: 'dockerfile',
  title: 'container that runs as root',
  severity: 'low',
  confidence: 'medium',
  why: 'who breaks into the process reads every file of the container, the secrets of all its parts too, and has the best start for breaking out',
  fix: 'create a user and switch to it after the last command that needs root',
  references: ['https://docs.docker.com/build/building/best-practices/#user'],
  catalogue: ['VS114'],
  cwe: [250],
  *check({ data }) {
    const last = data.stages.at(-1);
    if (!last) return;
    const instructions = instructionsOf(data, last).filter(({ isOnbuild }) => !isOnbuild);
    // An image that runs nothing of its own is a base, or a carrier of files.
    const start = instructions.findLast(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
    if (!start || /gosu|su-exec|setpriv|\bs6-|tini -- *sudo/.test(instructions.map(({ text }) => text).join('\n')))
      return;
    // Servers that start as root and serve as somebody else.
    if (/\b(?:apache2-foreground|httpd|php-fpm|nginx|supervisord)\b/.test(start.text)) return;
    const user = instructions.findLast(({ keyword }) => keyword === 'USER');
    const paste = 'USER 10001:10001';
    if (user) {
      if (/^["']?(?:root|0)(?::|["']?$)/.test(user.text.trim()))
        yield { message: 'the last USER is root', range: user.range, paste };
      return;
    }
    const base = rootOf(data, last);
    if (RUNS_AS_ROOT.test(base.name.replace(/^docker\.io\//, '')) && !/nonroot|rootless/.test(base.tag ?? ''))
      yield { message: `no USER, and ${base.name} runs as root`, range: start.range, paste };
  },
});
