import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ProgressLine, progressText } from '../src/progress.ts';

/** A stream that keeps what is written. */
function stream(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string) => {
    written.push(text);
    return true;
  };
  return { stream: { isTTY, write } as unknown as NodeJS.WriteStream, written };
}

const state = { files: 50, totalFiles: 200, bytes: 10_000_000 };

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  test('tells rate and time left', () => {
    expect(progressText(state, 2000)).toBe('50 of 200 files  10.0 MB  5.0 MB/s  6 s left');
    expect(progressText({ files: 0, bytes: 0 }, 1)).toBe('listing files');
    expect(progressText({ ...state, layers: 3 }, 2000)).toBe('3 layers, 50 files  10.0 MB  5.0 MB/s');
    expect(progressText({ files: 0, totalFiles: 5, bytes: 0 }, 1000)).not.toContain('left');
  });

  test('is one line on a terminal, and cleared in the end', () => {
    const { stream: terminal, written } = stream(true);
    const line = new ProgressLine(terminal, { isShown: true });
    line.update(state);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1000);
    line.update(state);
    line.update(state);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^\r\x1b\[K50 of 200 files/);
    expect(written[0]).not.toContain('\n');
    line.end();
    line.end();
    expect(written.slice(1)).toEqual(['\r\x1b[K']);
  });

  test.each([
    ['no terminal', false, true],
    ['quiet', true, false],
  ])('says nothing with %s', (_name, isTTY, isShown) => {
    const { stream: target, written } = stream(isTTY);
    const line = new ProgressLine(target, { isShown });
    vi.advanceTimersByTime(5000);
    line.update(state);
    line.end();
    expect(written).toEqual([]);
  });
});
