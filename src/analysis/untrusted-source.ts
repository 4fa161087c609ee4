/** A place of a shell text that takes software from where nobody vouches for it. */
export interface UntrustedSource {
  what: string;
  start: number;
  end: number;
}

/** Commands that skip the check of a signature or a certificate, each with what it does. */
const CHECKS_OFF: readonly [RegExp, string][] = [
  [/(?<!\S)--allow-untrusted(?!\S)/g, 'apk takes unsigned packages (--allow-untrusted)'],
  [
    /\[[^\][\n]*\btrusted=yes\b[^\][\n]*\](?!\s*(?:file|copy):)/g,
    'apt trusts a source without its signature (trusted=yes)',
  ],
  [/(?<!\S)--allow-unauthenticated(?!\S)/g, 'apt takes unsigned packages (--allow-unauthenticated)'],
  [/(?<!\S)--force-yes(?!\S)/g, 'apt takes unsigned packages (--force-yes)'],
  [/\bAllowUnauthenticated[\s=]+"?(?:true|1|yes)\b/gi, 'apt takes unsigned packages (AllowUnauthenticated)'],
  [/\bAllowInsecureRepositories[\s=]+"?(?:true|1|yes)\b/gi, 'apt takes unsigned sources (AllowInsecureRepositories)'],
  [/(?<!\S)--(?:nogpgcheck|no-gpg-checks)(?!\S)/g, 'signatures of packages are not checked (nogpgcheck)'],
  [/\bgpgcheck\s*=\s*0\b/g, 'signatures of packages are not checked (gpgcheck=0)'],
  [/(?<!\S)--trusted-host(?=[\s=])/g, 'pip does not check the certificate of a host (--trusted-host)'],
  [/\bstrict-ssl(?:\s+|=)false\b/g, 'npm does not check certificates (strict-ssl false)'],
  [/\bNODE_TLS_REJECT_UNAUTHORIZED\s*=?\s*["']?0\b/g, 'Node checks no certificates (NODE_TLS_REJECT_UNAUTHORIZED)'],
  [
    /\bhttp\.sslverify(?:\s+|=)false\b|\bGIT_SSL_NO_VERIFY\s*=\s*["']?(?:1|true)\b/gi,
    'git checks no certificates (sslVerify)',
  ],
  [/\bwget\b[^\n;&|]*\s--no-check-certificate(?!\S)/g, 'wget checks no certificate (--no-check-certificate)'],
  [/\bcurl\b[^\n;&|]*\s(?:--insecure|-[a-zA-Z]*k[a-zA-Z]*)(?=\s)/g, 'curl checks no certificate (--insecure)'],
  [/\bGOFLAGS=["']?-insecure|\bGOINSECURE=|\bGOSUMDB=off\b/g, 'Go checks no sums of modules'],
];

/** A second index, from which anybody may publish a package of the same name with a higher version. */
const EXTRA_INDEX = /(?<!\S)--extra-index-url(?=[\s=])|\bPIP_EXTRA_INDEX_URL\b/g;

/** A download that a shell or an interpreter runs as it comes. */
const PIPED =
  /\b(?:curl|wget)\b(?![^|;&]{0,400}\s(?:-[a-zA-Z]*o|--output|-O)\s+[^-\s])[^|;&]{0,400}\|\s*(?:sudo\s+(?:-\w+\s+)*)?(?:env\s+(?:\w+=\S*\s+)*)?(?:\/(?:usr\/)?bin\/)?(?:ba|z|da|k)?sh\b(?!\w)|\b(?:ba|z|da|k)?sh\s+(?:-\w+\s+)*["']?(?:<\(|\$\()\s*(?:curl|wget)\b|\b(?:curl|wget)\b[^|;&]{0,400}\|\s*(?:sudo\s+)?(?:python3?|perl|ruby|node|php)\b(?!\s+-\w)/g;

/** Where signature or certificate checks are off. */
export function checksOff(text: string): UntrustedSource[] {
  return CHECKS_OFF.flatMap(([pattern, what]) => places(pattern, text, what)).sort((a, b) => a.start - b.start);
}

/** Where a further package index is named. */
export function extraIndexes(text: string): UntrustedSource[] {
  return places(EXTRA_INDEX, text, 'pip asks a second index for every package');
}

/** Where a download is run as it comes. */
export function pipedDownloads(text: string): UntrustedSource[] {
  return places(PIPED, text, 'a download is run as it comes');
}

function places(pattern: RegExp, text: string, what: string): UntrustedSource[] {
  return [...text.matchAll(pattern)].map(({ index, 0: all }) => ({ what, start: index, end: index + all.length }));
}
