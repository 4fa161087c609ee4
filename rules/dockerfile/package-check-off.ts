import { checksOff } from '../../src/analysis/untrusted-source.ts';
import { placeIn, sourceOf } from '../../src/parsers/dockerfile-source.ts';
import { defineRule } from '../define-rule.ts';

/** What to write for a tool instead. */
function pasteFor(what: string): string {
  if (what.startsWith('apk')) return 'COPY NAME.rsa.pub /etc/apk/keys/';
  if (what.startsWith('apt')) return 'deb [signed-by=/etc/apt/keyrings/NAME.gpg] https://HOST stable main';
  if (what.startsWith('signatures')) return 'gpgcheck=1';
  return 'COPY ca.pem /usr/local/share/ca-certificates/ca.crt\nRUN update-ca-certificates';
}

export default defineRule({
  artifact: 'dockerfile',
  title: 'package installed without checking where it is from',
  severity: 'medium',
  confidence: 'high',
  why: 'whoever sits between the build and the server puts other software into the image',
  fix: 'add the key of the repository or the CA to the image, and take the option out',
  references: ['https://wiki.debian.org/SecureApt', 'https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host'],
  cwe: [347, 295],
  *check({ data, text }) {
    for (const instruction of data.instructions) {
      const { keyword, args, range, flags } = instruction;
      if (keyword === 'ADD') {
        const plain = args.find(({ value }) => /^["']?http:\/\//.test(value));
        const isChecked = flags.some(({ name }) => name === 'checksum');
        if (plain && !isChecked)
          yield {
            message: 'ADD fetches over plain HTTP',
            range: plain.range,
            paste: 'ADD --checksum=sha256:SUM https://HOST/FILE /tmp/',
          };
      }
      if (keyword === 'ENV' || keyword === 'ARG') {
        const [place] = checksOff(text.slice(range.start, range.end));
        if (place) yield { message: place.what, range, paste: pasteFor(place.what) };
      }
      if (keyword !== 'RUN') continue;
      for (const place of checksOff(sourceOf(text, instruction)))
        yield { message: place.what, range: placeIn(instruction, place), paste: pasteFor(place.what) };
    }
  },
});
