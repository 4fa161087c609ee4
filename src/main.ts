import { Errors, run as runCommand } from '@oclif/core';
import { showError } from './command.ts';
import { UsageError } from './model/errors.ts';
import { nearestWord } from './model/nearest-word.ts';

/** Runs the command that the arguments name; what goes wrong before a command runs is told as commands tell it. */
export async function run(): Promise<void> {
  try {
    await runCommand(process.argv.slice(2), import.meta.url);
  } catch (error) {
    if (error instanceof Errors.ExitError) process.exitCode = error.oclif.exit ?? 0;
    else showError(await unknownCommand(error as Error));
  }
}

/** oclif's own words for an unknown command give no hint. */
async function unknownCommand(error: Error): Promise<Error> {
  const [, id] = /^command (.*) not found$/.exec(error.message) ?? [];
  if (id === undefined) return error;
  const { default: commands } = await import('./commands/index.ts');
  const typed = id.replaceAll(':', ' ');
  const names = Object.keys(commands).map((name) => name.replaceAll(':', ' '));
  return new UsageError('unknown-command', `no command is called ${JSON.stringify(typed)}`, {
    hint: `the nearest is \`vaultcheck ${nearestWord(typed, names)}\`; \`vaultcheck help\` lists all`,
  });
}
