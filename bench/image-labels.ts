import { generateKeyPairSync } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { expandFakes } from '../scripts/fake.ts';
import type { ImageInput } from '../test/image/make-image.ts';

/** Where in an image a secret is. */
export type Place = 'env' | 'arg' | 'label' | 'history' | 'layer' | 'deleted' | 'archive' | 'binary';

/** An image with one secret, and where it is. */
export interface LabelledImage {
  name: string;
  place: Place;
  secret: string;
  image: ImageInput;
}

/** Kinds of secrets: a short and a long token of Vault, two of services, a password, and a private key. */
function secrets(seed: string): Record<string, string> {
  return {
    'vault-root': expandFakes('hvs.{{fake 24}}', seed),
    'vault-service': expandFakes('hvs.{{fake 91 base64url}}', seed),
    github: expandFakes('ghp_{{fake 36}}', seed),
    aws: expandFakes('{{fake 40}}', seed),
    password: expandFakes('{{fake 18}}', seed),
  };
}

/** The names under which programs know each kind. */
const VARIABLES: Readonly<Record<string, string>> = {
  'vault-root': 'VAULT_TOKEN',
  'vault-service': 'VAULT_TOKEN',
  github: 'GITHUB_TOKEN',
  aws: 'AWS_SECRET_ACCESS_KEY',
  password: 'DB_PASSWORD',
};

const BASE = { files: [{ name: 'etc/os-release', body: 'NAME=scratch\n' }] };

/** How each place holds `NAME=secret`. */
const PLACES: Readonly<Record<Place, (line: string, secret: string) => ImageInput>> = {
  env: (line) => ({ layers: [BASE], config: { Env: ['PATH=/bin', line] } }),
  arg: (line) => ({ layers: [{ ...BASE, createdBy: `RUN |1 ${line} /bin/sh -c make # buildkit` }] }),
  label: (line) => {
    const [name, ...value] = line.split('=');
    return { layers: [BASE], config: { Labels: { [`com.example.${name!.toLowerCase()}`]: value.join('=') } } };
  },
  history: (line) => ({ layers: [BASE], steps: [`ENV ${line}`] }),
  layer: (line) => ({
    layers: [BASE, { files: [{ name: 'app/settings.env', body: `MODE=prod\n${line}\n` }] }],
  }),
  deleted: (line) => ({
    layers: [
      BASE,
      { files: [{ name: 'app/build.env', body: `${line}\n` }] },
      { files: [{ name: 'app/.wh.build.env' }] },
    ],
  }),
  archive: (line) => ({
    layers: [BASE, { files: [{ name: 'app/shop.jar', body: makeZip('application.properties', `${line}\n`) }] }],
  }),
  binary: (_line, secret) => ({
    layers: [
      BASE,
      {
        files: [
          {
            name: 'bin/app',
            mode: 0o755,
            body: Buffer.concat([
              Buffer.from('\x7fELF\0\0\0', 'latin1'),
              Buffer.from(`text${secret}`),
              Buffer.alloc(64),
            ]),
          },
        ],
      },
    ],
  }),
};

/** At least forty images, the same on every machine. */
export function labelledImages(): LabelledImage[] {
  const images: LabelledImage[] = [];
  for (const [place, make] of Object.entries(PLACES) as [Place, (typeof PLACES)[Place]][]) {
    const kinds = Object.entries(secrets(`label ${place}`));
    for (const [kind, secret] of kinds) {
      // Of binaries only the formats that need no name are told.
      if (place === 'binary' && !kind.startsWith('vault')) continue;
      images.push({ name: `${place}-${kind}`, place, secret, image: make(`${VARIABLES[kind]}=${secret}`, secret) });
    }
  }
  const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  for (const place of ['layer', 'deleted', 'binary'] as const) {
    images.push({ name: `${place}-private-key`, place, secret: key.split('\n')[1]!, image: PLACES[place](key, key) });
  }
  return images;
}

/** A zip with one deflated member. */
function makeZip(name: string, text: string): Buffer {
  const body = Buffer.from(text);
  const packed = deflateRawSync(body);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(body), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(body.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
