import { randomBytes } from 'node:crypto';

/** Suites of TLS 1.2 and older by number; names as OpenSSL writes them. */
export const SUITES: Readonly<Record<number, string>> = {
  4: 'RC4-MD5',
  5: 'RC4-SHA',
  9: 'DES-CBC-SHA',
  10: 'DES-CBC3-SHA',
  22: 'EDH-RSA-DES-CBC3-SHA',
  47: 'AES128-SHA',
  51: 'DHE-RSA-AES128-SHA',
  53: 'AES256-SHA',
  57: 'DHE-RSA-AES256-SHA',
  60: 'AES128-SHA256',
  61: 'AES256-SHA256',
  103: 'DHE-RSA-AES128-SHA256',
  107: 'DHE-RSA-AES256-SHA256',
  156: 'AES128-GCM-SHA256',
  157: 'AES256-GCM-SHA384',
  158: 'DHE-RSA-AES128-GCM-SHA256',
  159: 'DHE-RSA-AES256-GCM-SHA384',
  49159: 'ECDHE-ECDSA-RC4-SHA',
  49160: 'ECDHE-ECDSA-DES-CBC3-SHA',
  49161: 'ECDHE-ECDSA-AES128-SHA',
  49162: 'ECDHE-ECDSA-AES256-SHA',
  49169: 'ECDHE-RSA-RC4-SHA',
  49170: 'ECDHE-RSA-DES-CBC3-SHA',
  49171: 'ECDHE-RSA-AES128-SHA',
  49172: 'ECDHE-RSA-AES256-SHA',
  49187: 'ECDHE-ECDSA-AES128-SHA256',
  49188: 'ECDHE-ECDSA-AES256-SHA384',
  49191: 'ECDHE-RSA-AES128-SHA256',
  49192: 'ECDHE-RSA-AES256-SHA384',
  49195: 'ECDHE-ECDSA-AES128-GCM-SHA256',
  49196: 'ECDHE-ECDSA-AES256-GCM-SHA384',
  49199: 'ECDHE-RSA-AES128-GCM-SHA256',
  49200: 'ECDHE-RSA-AES256-GCM-SHA384',
  52392: 'ECDHE-RSA-CHACHA20-POLY1305',
  52393: 'ECDHE-ECDSA-CHACHA20-POLY1305',
};

const HANDSHAKE = 22;
const SERVER_HELLO = 2;
const CERTIFICATE_REQUEST = 13;
const SERVER_HELLO_DONE = 14;

/** Curves that are offered: X25519, P-256, P-384, P-521. */
const GROUPS = [0x001d, 0x0017, 0x0018, 0x0019];

/** Signatures that are offered, old ones too: else a server with an old certificate would seem to refuse the suite. */
const SIGNATURES = [0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201];

/** A ClientHello of TLS 1.2 that offers these suites and no others (RFC 5246, 7.4.1.2). */
export function clientHello(suites: readonly number[], serverName: string | undefined): Buffer {
  const extensions = Buffer.concat([
    ...(serverName ? [extension(0, vector(2, Buffer.concat([u8(0), vector(2, Buffer.from(serverName))])))] : []),
    extension(10, vector(2, u16(...GROUPS))),
    extension(11, vector(1, u8(0))),
    extension(13, vector(2, u16(...SIGNATURES))),
  ]);
  const body = Buffer.concat([
    u16(0x0303),
    randomBytes(32),
    vector(1, Buffer.alloc(0)),
    vector(2, u16(...suites)),
    vector(1, u8(0)),
    vector(2, extensions),
  ]);
  const message = Buffer.concat([u8(1), u8(body.length >> 16), u16(body.length & 0xffff), body]);
  return Buffer.concat([u8(HANDSHAKE), u16(0x0301), vector(2, message)]);
}

/** What a server's first answer says. */
export interface ServerFlight {
  /** Number of the suite that it chose; absent where it refused. */
  suite?: number;
  asksForCertificate: boolean;
  /** True when nothing more is to be waited for. */
  isWhole: boolean;
}

/** Reads what a server sent so far; what is no TLS is a refusal. */
export function readFlight(bytes: Buffer): ServerFlight {
  const flight: ServerFlight = { asksForCertificate: false, isWhole: false };
  const messages: Buffer[] = [];
  let at = 0;
  while (bytes.length - at >= 5) {
    const size = bytes.readUInt16BE(at + 3);
    if (bytes[at] !== HANDSHAKE) return { ...flight, isWhole: true };
    if (bytes.length - at < 5 + size) break;
    messages.push(bytes.subarray(at + 5, at + 5 + size));
    at += 5 + size;
  }
  const all = Buffer.concat(messages);
  for (let i = 0; i + 4 <= all.length; ) {
    const size = all.readUIntBE(i + 1, 3);
    const end = i + 4 + size;
    if (end > all.length) break;
    if (all[i] === SERVER_HELLO && size >= 38) {
      const session = all[i + 38]!;
      if (i + 41 + session <= end) flight.suite = all.readUInt16BE(i + 39 + session);
    }
    if (all[i] === CERTIFICATE_REQUEST) flight.asksForCertificate = true;
    if (all[i] === SERVER_HELLO_DONE) flight.isWhole = true;
    i = end;
  }
  return flight;
}

function u8(value: number): Buffer {
  return Buffer.from([value]);
}

function u16(...values: number[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.from([value >> 8, value & 0xff])));
}

function vector(lengthBytes: 1 | 2, content: Buffer): Buffer {
  return Buffer.concat([lengthBytes === 1 ? u8(content.length) : u16(content.length), content]);
}

function extension(type: number, content: Buffer): Buffer {
  return Buffer.concat([u16(type), vector(2, content)]);
}
