import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'image',
  title: 'git repository in an image',
  severity: 'high',
  confidence: 'high',
  why: 'whoever pulls the image has every commit, also secrets that were deleted long ago, and perhaps the login of the remote',
  fix: 'name .git in .dockerignore, and build the image again',
  references: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
  catalogue: ['VS103'],
  cwe: [527],
  *check({ data }) {
    for (const { path, what, range } of data.files)
      if (what === 'git repository') yield { message: `git repository in /${path}`, range };
  },
});
