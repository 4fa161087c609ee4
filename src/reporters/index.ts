import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './options.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** Forms that a report can have. */
export const FORMATS = ['text', 'json', 'sarif', 'github', 'junit', 'markdown'] as const;

/** Name of a form. */
export type Format = (typeof FORMATS)[number];

/** Every reporter by the name of its form. */
export const REPORTERS: Record<Format, Reporter> = { text, json, sarif, github, junit, markdown };
