/** Commands that start a server for development, each with its name. */
const DEV_SERVERS: readonly [RegExp, string][] = [
  [/\bflask\b.*\brun\b.*(?:--debug\b|--debugger\b|--reload\b)/s, 'Flask in debug mode'],
  [/\bmanage\.py\s+runserver(?:_plus)?\b/, "Django's development server"],
  [
    /\b(?:npm|pnpm|bun|yarn)\s+(?:run\s+)?(?:--\S+\s+)*(?:dev|start:dev|serve:dev|develop)\b(?![:-])/,
    'the dev script of package.json',
  ],
  [/(?:^|[\s/])(?:nodemon|ts-node-dev|tsx\s+watch|webpack-dev-server)\b/, 'a server that reloads on change'],
  [/\b(?:webpack|ng|vue-cli-service)\s+serve\b/, 'a development server'],
  [/(?:^|[\s/])(?:next|nuxt|nuxi|astro|gatsby)\s+(?:dev|develop)\b/, 'a development server'],
  [/(?:^|[\s/])vite(?:\s+(?:dev|serve))?(?:\s+--(?:host|port)\b.*)?$/, "Vite's development server"],
  [/\b(?:uvicorn|gunicorn|hypercorn)\b.*\s--reload\b/s, 'a server that reloads on change'],
  [/\bfastapi\s+dev\b/, 'FastAPI in development mode'],
  [/\bphp\s+(?:-\S+\s+\S+\s+)*-S\b|\bartisan\s+serve\b/, "PHP's built-in server"],
  [/\bspring-boot:run\b|\bbootRun\b|\bquarkus:dev\b/, 'the build tool as a server'],
];

/** What development server a command starts, if any. */
export function devServer(command: string): string | undefined {
  return DEV_SERVERS.find(([pattern]) => pattern.test(command))?.[1];
}
