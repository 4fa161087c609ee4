/** Which product answered; some settings exist in one only. */
export type VaultFlavour = 'vault' | 'vault-enterprise' | 'hcp' | 'openbao';

/** One answer of a Vault, with the fields that its read allows and no others. */
export interface VaultAnswer {
  /** Id of the read. */
  read: string;
  /** What was asked: the path with its placeholders filled, without `v1/`. */
  path: string;
  /** HTTP status; 0 where no answer came. */
  status: number;
  /** Of a status of 2xx, the allowed fields of `data`, or of the whole body where Vault has no `data` there. */
  data?: unknown;
  /** Why there is no data, in plain words: `forbidden`, `absent`, `time-out`. */
  reason?: string;
}

/** What a node's listener showed on the wire. */
export interface TlsFacts {
  /** Versions that a handshake was made with, such as `TLSv1.1`. */
  versions: readonly string[];
  /** Names of the suites of TLS 1.2 and older that were negotiated, in OpenSSL's spelling. */
  suites: readonly string[];
  /** Of its own certificate; absent where no handshake succeeded. */
  certificate?: {
    /** ISO 8601. */
    notBefore: string;
    notAfter: string;
    subject: string;
    issuer: string;
    altNames: readonly string[];
    keyType: string;
    /** Absent for curves. */
    keyBits?: number;
    signatureAlgorithm: string;
    isSelfSigned: boolean;
  };
  /** Node's code where the chain does not lead to a trusted authority, such as `DEPTH_ZERO_SELF_SIGNED_CERT`. */
  chainError?: string;
  /** True where the certificate names the host that was asked. */
  isNameRight?: boolean;
  /** Whether a client without a certificate was refused, asked and let in, or not asked. */
  clientCertificate?: 'required' | 'requested' | 'not-asked';
}

/** What one node showed without a token. */
export interface VaultNode {
  /** As it was asked, such as `https://10.0.0.1:8200`. */
  address: string;
  /** Every address that its name has. */
  resolved: readonly string[];
  tls?: TlsFacts;
  /** True where the port answers plain HTTP with Vault's own answers. */
  servesPlainHttp: boolean;
  /** Lower-case response headers of `sys/health` that rules look at. */
  headers: Readonly<Record<string, string>>;
  answers: readonly VaultAnswer[];
}

/** What came of comparing our answers about policies with Vault's own. */
export interface SelfProof {
  tokens: number;
  /** Paths that Vault was asked about. */
  asked: number;
  disagreements: { path: string; ours: string[]; theirs: string[]; policies: string[] }[];
}

/** Everything that an audit read; rules judge nothing else, so that a recording can be judged again. */
export interface VaultRecording {
  format: 1;
  /** Of vaultcheck. */
  version: string;
  /** ISO 8601. */
  takenAt: string;
  flavour: VaultFlavour;
  /** Such as `1.21.0`; absent where the server does not tell. */
  serverVersion?: string;
  /** The cluster's name, or the first address. */
  name: string;
  /** Absent for the root. */
  namespace?: string;
  /** What of the auditor's own environment matters. */
  environment: { skipVerify: boolean };
  nodes: readonly VaultNode[];
  /** With the token; empty without one. */
  answers: readonly VaultAnswer[];
  /** Lists of which only a part was read, by read. */
  samples: readonly { read: string; taken: number; of: number }[];
  /** Absent where Vault could not be asked. */
  selfProof?: SelfProof;
}
