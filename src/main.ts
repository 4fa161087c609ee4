import { execute } from '@oclif/core';

/** Runs the command that the arguments name. */
export async function run(): Promise<void> {
  await execute({ dir: import.meta.url });
}
