import { devServer } from '../../src/analysis/dev-server.ts';
import { instructionsOf } from '../../src/parsers/dockerfile.ts';
import { defineRule } from '../define-rule.ts';

export default defineRule({
  artifact: 'dockerfile',
  title: 'image that starts a development server',
  severity: 'low',
  confidence: 'medium',
  why: 'development servers show source, variables and often a console to whoever makes them fail',
  fix: 'start the application with its production server, such as gunicorn or `node server.js` of a build',
  references: ['https://flask.palletsprojects.com/en/stable/deploying/', 'https://vite.dev/guide/cli'],
  cwe: [489],
  *check({ data, origin }) {
    const last = data.stages.at(-1);
    if (!last) return;
    const start =
      instructionsOf(data, last).findLast(({ keyword, isOnbuild }) => keyword === 'CMD' && !isOnbuild) ??
      instructionsOf(data, last).findLast(({ keyword, isOnbuild }) => keyword === 'ENTRYPOINT' && !isOnbuild);
    if (
      !start ||
      /dev|test|debug|local/i.test(origin.path.slice(origin.path.lastIndexOf('/') + 1).replace(/dockerfile/i, ''))
    )
      return;
    const what = devServer(start.args.map(({ value }) => value).join(' '));
    const isPython = /flask|manage\.py|uvicorn|gunicorn|hypercorn|fastapi/.test(start.text);
    const paste = isPython ? 'CMD ["gunicorn", "--bind", "0.0.0.0:8000", "app:app"]' : 'CMD ["node", "dist/server.js"]';
    if (what) yield { message: `${start.keyword} starts ${what}`, range: start.range, paste };
  },
});
