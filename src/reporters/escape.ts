/** C0 and C1 controls, DEL, and characters that turn or hide text (bidi, zero width, line separators). */
const UNSAFE = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text for a terminal or a log: nothing in it moves the cursor, turns the line or starts a workflow command. */
export function escapeText(text: string): string {
  return text
    .replace(UNSAFE, codePoint)
    .replaceAll('##[', '#\\x23[')
    .replace(/^(\s*)::/, '$1\\x3a:');
}

function codePoint(char: string): string {
  const hex = char.charCodeAt(0).toString(16);
  return hex.length <= 2 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`;
}

/** JSON in which no line can be taken for a workflow command and no control character is left. */
export function safeJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replaceAll('##[', '\\u0023#[');
  return `${text.replace(/[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/** Text inside XML 1.0, which can't hold control characters in any form. */
export function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
  return escapeText(text)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, codePoint)
    .replace(/[&<>"']/g, (char) => entities[char]!);
}

/**
 * One cell or line of Markdown: no markup, link, mention or row can come out of it.
 *
 * Addresses and mentions are found by GitHub in the finished page as well, so entities alone do not keep them apart.
 */
export function escapeMarkdown(text: string): string {
  return escapeText(text.replace(/\s+/g, ' '))
    .replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]()+!|~]|#(?!\d+;)/g, (char) => `&#${char.charCodeAt(0)};`)
    .replaceAll('://', '&#58;//')
    .replace(/\bwww\./gi, (word) => `${word.slice(0, 3)}&#46;`)
    .replaceAll('@', '&#64;&#8203;');
}

/** The message of a workflow command. */
export function escapeCommandData(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replace(UNSAFE, codePoint)
    .replaceAll('##[', '#\\x23[');
}

/** A property of a workflow command. */
export function escapeCommandProperty(text: string): string {
  return escapeCommandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
