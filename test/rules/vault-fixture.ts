import type { Waiver } from '../../src/model/suppression.ts';
import type { VaultNode, VaultRecording } from '../../src/model/vault-recording.ts';

/** What a fixture of a rule over a live Vault says; the rest is filled in. */
export type PartialRecording = Partial<Omit<VaultRecording, 'nodes'>> & {
  nodes?: (Partial<VaultNode> & { address: string })[];
  /** Subjects of the findings. */
  expect?: string[];
  /** What the configuration waives. */
  waivers?: Waiver[];
  /** Where the shape is from, where no real Vault gave it. */
  source?: string;
};

/** A whole recording of a part of one. */
export function completeRecording({
  nodes = [],
  expect: _,
  source: __,
  waivers: ___,
  ...rest
}: PartialRecording): VaultRecording {
  return {
    format: 1,
    version: '0.0.0',
    takenAt: '2026-01-01T00:00:00.000Z',
    flavour: 'vault',
    serverVersion: '1.21.0',
    name: 'test',
    environment: { skipVerify: false },
    answers: [],
    samples: [],
    ...rest,
    nodes: nodes.map((node) => ({ resolved: ['10.0.0.1'], servesPlainHttp: false, headers: {}, answers: [], ...node })),
  };
}
