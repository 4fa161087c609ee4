import { Command, Errors } from '@oclif/core';
import { InterruptedError, VaultcheckError } from './model/errors.ts';
import { escapeText } from './reporters/escape.ts';

/** Exit code after Ctrl-C, as shells count it (128 + SIGINT). */
const INTERRUPTED = 130;

/** Base of all commands: exit codes and how errors look. Findings are 1, so every error is 2. */
export abstract class VaultcheckCommand extends Command {
  readonly #abort = new AbortController();

  /** Aborts on Ctrl-C and on SIGTERM. */
  protected get signal(): AbortSignal {
    return this.#abort.signal;
  }

  override async init(): Promise<void> {
    await super.init();
    const stop = () => {
      // The second Ctrl-C does not wait for anything.
      if (this.#abort.signal.aborted) process.exit(INTERRUPTED);
      this.#abort.abort();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    // A reader that goes away (`| head`) is no failure of ours; what it read was whole lines.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      throw error;
    });
  }

  /** Prints to standard output and waits until it is out. */
  protected async print(text: string): Promise<void> {
    await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
  }

  /** True when standard output should be coloured. */
  protected get hasColor(): boolean {
    if (process.env.NO_COLOR) return false;
    if (process.env.FORCE_COLOR !== undefined) return process.env.FORCE_COLOR !== '0';
    return process.stdout.isTTY === true && process.env.TERM !== 'dumb';
  }

  /** Columns of the terminal, 80 where there is none. */
  protected get width(): number {
    return Math.max(40, Math.min(process.stdout.columns ?? 80, 120));
  }

  protected override async catch(error: Error & { oclif?: { exit?: number } }): Promise<unknown> {
    if (error instanceof InterruptedError) {
      process.stderr.write('vaultcheck: interrupted\n');
      process.exit(INTERRUPTED);
    }
    if (error instanceof Errors.ExitError) throw error;
    showError(error);
    return undefined;
  }
}

/** Tells an error on standard error, in one line and a hint, and makes the exit code 2. */
export function showError(error: Error): void {
  process.exitCode = 2;
  const hint = error instanceof VaultcheckError ? error.hint : undefined;
  const isOurs = error instanceof VaultcheckError || error instanceof Errors.CLIError;
  const message = isOurs ? error.message : `internal error: ${error.name}: ${error.message}`;
  process.stderr.write(`vaultcheck: ${message.split('\n').map(escapeText).join('\n  ')}\n`);
  if (hint) process.stderr.write(`  Try this: ${hint}\n`);
  if (!isOurs && process.env.VAULTCHECK_DEBUG) process.stderr.write(`${error.stack}\n`);
}
