import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const FOLDER = join(import.meta.dirname, '../schemas');

function read(name: string): object {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.schema.json`), 'utf8'));
}

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
ajv.addSchema(read('rules'));

/** The published schema of a report. */
export const validateReport: ValidateFunction = ajv.compile(read('report'));

/** The published schema of a list of rules. */
export const validateRules: ValidateFunction = ajv.getSchema('rules.schema.json') as ValidateFunction;
