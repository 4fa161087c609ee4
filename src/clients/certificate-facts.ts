import type { X509Certificate } from 'node:crypto';
import type { TlsFacts } from '../model/vault-recording.ts';

/** Object identifiers of signatures (RFC 3279, 4055, 5758, 8410). */
const SIGNATURES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.10': 'rsassaPss',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.3.101.112': 'ed25519',
};

/** What rules look at in a certificate. */
export function certificateFacts(certificate: X509Certificate): NonNullable<TlsFacts['certificate']> {
  const { asymmetricKeyType = 'unknown', asymmetricKeyDetails = {} } = certificate.publicKey;
  const { modulusLength } = asymmetricKeyDetails;
  return {
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    altNames: (certificate.subjectAltName ?? '').split(', ').filter(Boolean),
    keyType: asymmetricKeyType,
    ...(modulusLength === undefined ? {} : { keyBits: modulusLength }),
    signatureAlgorithm: signatureOf(certificate.raw),
    isSelfSigned: certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey),
  };
}

/** A certificate is a sequence of what is signed, the algorithm, and the signature (RFC 5280, 4.1). */
function signatureOf(der: Buffer): string {
  const whole = element(der, 0);
  const signed = whole && element(der, whole.start);
  const algorithm = signed && element(der, signed.end);
  const identifier = algorithm && element(der, algorithm.start);
  if (!identifier) return 'unknown';
  const id = objectId(der.subarray(identifier.start, identifier.end));
  return SIGNATURES[id] ?? id;
}

function element(der: Buffer, at: number): { start: number; end: number } | undefined {
  const first = der[at + 1];
  if (first === undefined) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4 || at + 2 + lengthBytes > der.length) return undefined;
  const size = lengthBytes === 0 ? first : der.readUIntBE(at + 2, lengthBytes);
  const start = at + 2 + lengthBytes;
  return { start, end: start + size };
}

function objectId(bytes: Buffer): string {
  const parts: number[] = [];
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (parts.length > 0) parts.push(value);
    else parts.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)));
    value = 0;
  }
  return parts.join('.');
}

function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
