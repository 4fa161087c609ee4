import { join } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { auditorPolicy, type PolicyMounts } from '../../analysis/auditor-policy.ts';
import { audit } from '../../audit.ts';
import { AUDIT_FLAGS, type AuditFlags, auditSettings } from '../../audit-flags.ts';
import { proveAuditorPolicy } from '../../auditor-proof.ts';
import { NO_CONFIG, readConfig } from '../../config.ts';
import { TargetError } from '../../model/errors.ts';
import { checkOutput, writeWhole } from '../../output.ts';
import { REPORT_FLAGS, ReportCommand } from '../../report-command.ts';
import { collectVault } from '../../sources/vault/collect.ts';
import { readMounts, recordedMounts } from '../../sources/vault/read-mounts.ts';
import { makeRecordFolder, readRecordings, recordingFiles } from '../../sources/vault/recording-file.ts';
import { VERSION } from '../../version.ts';

/** `vaultcheck audit [ADDRESS...]` */
export default class Audit extends ReportCommand {
  static override summary = 'Audit a running Vault, to the last setting';
  static override description =
    `Asks the Vault at ADDRESS (default: VAULT_ADDR) for its settings and judges them. It reads only: no secret is read,
nothing is changed, and requests are paced. Without a token everything that a stranger sees is judged: TLS, the seal,
what answers without a login. The token is taken from VAULT_TOKEN, the token helper or ~/.vault-token; it is never
sent over plain HTTP to another machine, nor to a server whose certificate is not checked.

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage, or something could not be looked at;
130 interrupted.`;
  static override examples = [
    '<%= config.bin %> <%= command.id %> https://vault.example.com:8200',
    '<%= config.bin %> <%= command.id %> --no-token --format json',
    '<%= config.bin %> <%= command.id %> --nodes --record vault-today',
    '<%= config.bin %> <%= command.id %> --replay vault-today --fail-on high',
  ];
  static override strict = false;
  static override args = { address: Args.string({ description: 'addresses of the nodes of one cluster' }) };
  static override flags = {
    ...AUDIT_FLAGS,
    replay: Flags.string({
      description: 'judge what --record saved, without asking anything',
      helpGroup: 'RECORDING',
      exclusive: ['record'],
    }),
    record: Flags.string({
      description: 'save the answers in this folder, without a secret and without an accessor',
      helpGroup: 'RECORDING',
    }),
    'print-policy': Flags.boolean({
      description: "print the policy that the auditor's token needs, and the proof that it reads no secret",
      helpGroup: 'POLICY',
    }),
    ...REPORT_FLAGS,
  };

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Audit);
    if (flags.output) checkOutput(flags.output);
    if (flags['print-policy']) return this.#printPolicy(argv as string[], flags);
    const config = flags.config ? readConfig('.') : NO_CONFIG;
    const now = new Date();
    const collected =
      flags.replay === undefined
        ? await this.#collect(argv as string[], flags, now)
        : { recordings: readRecordings(flags.replay), problems: [] };
    const report = audit({
      ...collected,
      only: flags.only ?? config.only,
      skip: [...config.skip, ...(flags.skip ?? [])],
      config,
      now,
    });
    await this.finish(report, flags, config);
  }

  /** Exact where a Vault or a recording tells its mounts, else for the usual ones. */
  async #printPolicy(named: string[], flags: AuditFlags & { replay?: string | undefined }): Promise<void> {
    const mounts = await this.#mounts(named, flags);
    const text = auditorPolicy(mounts);
    const { proved, failures } = proveAuditorPolicy(text, mounts);
    if (failures.length > 0)
      throw new TargetError('unproven-policy', `the policy is not harmless here: ${failures.join('; ')}`);
    const proof = proved.map((line) => `# proved: ${line}\n`).join('');
    await this.print(`${text}${mounts ? proof : ''}`);
  }

  async #mounts(
    named: string[],
    flags: AuditFlags & { replay?: string | undefined },
  ): Promise<PolicyMounts | undefined> {
    if (flags.replay !== undefined) return recordedMounts(readRecordings(flags.replay)[0]!);
    if (named.length === 0 && !process.env.VAULT_ADDR) return undefined;
    const settings = await auditSettings(named, flags, { env: process.env, signal: this.signal });
    if (!settings.token) return undefined;
    return readMounts(settings.endpointOf(settings.addresses[0]!), settings.token, settings.namespace);
  }

  async #collect(
    named: string[],
    flags: Parameters<typeof auditSettings>[1] & { record?: string | undefined },
    now: Date,
  ) {
    const settings = await auditSettings(named, flags, { env: process.env, signal: this.signal });
    if (flags.record !== undefined) makeRecordFolder(flags.record);
    const collected = await collectVault({ ...settings, version: VERSION, now, signal: this.signal });
    if (flags.record !== undefined)
      for (const { name, text } of recordingFiles(collected.recordings))
        writeWhole(join(flags.record, name), text, 0o600);
    return collected;
  }
}
