import { afterEach, describe, expect, test } from 'vitest';
import { InterruptedError } from '../src/model/errors.ts';
import { emptyResult, type FilesResult } from '../src/scan-files.ts';
import { FileQueue, ThreadPool } from '../src/thread-pool.ts';
import type { WorkerStart } from '../src/worker.ts';

const START = { role: 'vaultcheck-scan', ruleIds: [] } as unknown as WorkerStart;
const files = Array.from({ length: 1000 }, (_, i) => ({ absolute: `/x/${i}`, path: `${i}` }));

/** A thread that answers each batch by what `body` makes of `files`. */
function threadOf(body: string): URL {
  const code = `import { parentPort } from 'node:worker_threads';
    const result = ${JSON.stringify(emptyResult())};
    parentPort.on('message', async (files) => { ${body} });`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

const COUNTING =
  'parentPort.postMessage({ ...result, problems: files.map(({ path }) => ({ kind: "coverage", code: "seen", message: "", path })) });';

describe('a pool of threads', () => {
  let pool: ThreadPool | undefined;
  afterEach(() => pool?.close());

  test('gives every file to one thread, once', async () => {
    pool = new ThreadPool(threadOf(COUNTING), START, 3);
    const seen: string[] = [];
    const onResult = ({ problems }: FilesResult) => seen.push(...problems.map(({ path }) => path!));
    await pool.run(new FileQueue(files), new AbortController().signal, onResult);
    expect(seen).toHaveLength(files.length);
    expect(new Set(seen).size).toBe(files.length);
  });

  test('ends at once when there is nothing to do', async () => {
    pool = new ThreadPool(threadOf(COUNTING), START, 2);
    await pool.run(new FileQueue([]), new AbortController().signal, () => expect.unreachable());
  });

  test('fails when a thread fails', async () => {
    pool = new ThreadPool(threadOf('throw new TypeError("a mistake of ours")'), START, 2);
    const running = pool.run(new FileQueue(files), new AbortController().signal, () => {});
    await expect(running).rejects.toThrow('a mistake of ours');
  });

  test('fails when its module can not be loaded', async () => {
    pool = new ThreadPool(new URL('file:///no/such/module.js'), START, 1);
    await expect(pool.run(new FileQueue(files), new AbortController().signal, () => {})).rejects.toThrow();
  });

  test('stops in the middle of a batch that never ends', async () => {
    pool = new ThreadPool(threadOf('for (;;);'), START, 2);
    const controller = new AbortController();
    const running = pool.run(new FileQueue(files), controller.signal, () => {});
    controller.abort();
    await expect(running).rejects.toThrow(InterruptedError);
    await pool.close();
  });

  test('does not begin when it was stopped before', async () => {
    pool = new ThreadPool(threadOf(COUNTING), START, 1);
    await expect(pool.run(new FileQueue(files), AbortSignal.abort(), () => {})).rejects.toThrow(InterruptedError);
  });
});
