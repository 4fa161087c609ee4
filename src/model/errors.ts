/** An error that the user can act on: shown as one message and one hint, without a stack. */
export class VaultcheckError extends Error {
  readonly code: string;
  /** What to do about it, one sentence. */
  readonly hint: string | undefined;

  constructor(code: string, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : {});
    this.name = new.target.name;
    this.code = code;
    this.hint = options.hint;
  }
}

/** A flag or an argument that can't be used. */
export class UsageError extends VaultcheckError {}

/** A `.vaultcheck.yml` that can't be used. */
export class ConfigError extends VaultcheckError {}

/** A target that can't be looked at at all. */
export class TargetError extends VaultcheckError {}

/** A rule file that can't be used. */
export class RuleFileError extends VaultcheckError {}

/** An output file that can't be written. */
export class OutputError extends VaultcheckError {}

/** The run was stopped by the user (exit code 130). */
export class InterruptedError extends VaultcheckError {
  constructor() {
    super('interrupted', 'interrupted');
  }
}
