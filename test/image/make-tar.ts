/** One entry of a tar to be made. */
export interface TarFile {
  name: string;
  body?: string | Buffer;
  /** Type flag; a file unless told. */
  flag?: string;
  linkName?: string;
  mode?: number;
  /** What the header says, where that is not the truth. */
  sizeBytes?: number;
}

/** A ustar archive as plain as possible, so that a test can make every field wrong. */
export function makeTar(files: readonly TarFile[], options: { hasEnd?: boolean } = {}): Buffer {
  const parts = files.flatMap((file) => {
    const body = Buffer.from(file.body ?? '');
    return [header(file, file.sizeBytes ?? body.length), body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  if (options.hasEnd !== false) parts.push(Buffer.alloc(1024));
  return Buffer.concat(parts);
}

function header({ name, flag = '0', linkName = '', mode = 0o644 }: TarFile, sizeBytes: number): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write(mode.toString(8).padStart(7, '0'), 100);
  block.write('0000000', 108);
  block.write('0000000', 116);
  block.write(sizeBytes.toString(8).padStart(11, '0'), 124);
  block.write('00000000000', 136);
  block.write(flag, 156);
  block.write(linkName, 157, 100);
  block.write('ustar\x0000', 257, 'latin1');
  return seal(block);
}

/** Sets the check sum of a header block. */
export function seal(block: Buffer): Buffer {
  block.fill(32, 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/** A PAX header for the entry that follows. */
export function paxHeader(records: Record<string, string>): TarFile {
  const body = Object.entries(records)
    .map(([key, value]) => {
      const rest = Buffer.byteLength(` ${key}=${value}\n`);
      let length = rest + 1;
      while (String(length).length + rest !== length) length = String(length).length + rest;
      return `${length} ${key}=${value}\n`;
    })
    .join('');
  return { name: 'pax', flag: 'x', body };
}
