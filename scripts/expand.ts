import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expandFakes } from './fake.ts';

const FROM = join(import.meta.dirname, '../fixtures/templates');
const TO = join(import.meta.dirname, '../fixtures/projects');

/** Expands every template into the ignored folder that scans and tests look at. */
rmSync(TO, { recursive: true, force: true });
for (const entry of readdirSync(FROM, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = join(entry.parentPath, entry.name);
  const path = file.slice(FROM.length + 1);
  const target = join(TO, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, expandFakes(readFileSync(file, 'utf8'), path));
}
