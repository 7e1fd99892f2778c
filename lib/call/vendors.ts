import type { CallKind } from '@/lib/session/session';

/** One provider of calls: where its calls run, and which words of its tab titles say nothing about the talk. */
export type Vendor = {
  kind: Exclude<CallKind, 'generic' | 'none'>;
  hosts: RegExp;
  /** Tested against path and hash. */
  paths: RegExp;
  /** Recognises a self-hosted one by its title. */
  titles?: RegExp;
  /** Whole parts of a title to leave out. */
  noise: RegExp;
};

/** Pages of a provider that are no call (its help, its calendar) stay generic. */
export const vendors: readonly Vendor[] = [
  {
    kind: 'meet',
    hosts: /^meet\.google\.com$/,
    paths: /^\/(?:[a-z]{3}-?[a-z]{4}-?[a-z]{3}|lookup\/|_meet\/|new)/i,
    noise: /^(?:google )?meet$/i,
  },
  {
    kind: 'zoom',
    hosts: /(?:^|\.)zoom(?:gov)?\.(?:us|com|com\.cn)$/,
    paths: /^\/(?:wc|j|s|w|my)\//,
    noise:
      /^(?:zoom(?: meetings?| workplace| webinars?| web client)?|launch meeting|join(?:ing)? (?:the )?meeting|my meeting|personal meeting room)$/i,
  },
  {
    kind: 'teams',
    hosts: /^(?:teams\.microsoft\.com|teams\.live\.com|teams\.cloud\.microsoft|gov\.teams\.microsoft\.us)$/,
    paths: /^\//,
    noise:
      /^(?:(?:microsoft )?teams(?: meeting)?(?: \((?:free|personal|work or school|pwa)\))?|meeting (?:in|with) microsoft teams|join conversation|meet now|chat|calendar|calls?|activity|home|files)$/i,
  },
  {
    kind: 'webex',
    hosts: /(?:^|\.)webex\.com$/,
    paths: /^\/(?!$|pricing|products|help)/,
    noise: /^(?:(?:cisco )?webex(?: meetings?| app| web app)?|personal room|join (?:the )?meeting)$/i,
  },
  {
    kind: 'jitsi',
    hosts: /^(?:meet\.jit\.si|8x8\.vc|.+\.8x8\.vc)$/,
    paths: /^\/[^/]/,
    titles: /(?:^|\s[|–-]\s)jitsi meet$/i,
    noise: /^(?:jitsi(?: meet)?|8x8(?: meet(?:ings?)?| work)?|jaas)$/i,
  },
  {
    kind: 'whereby',
    hosts: /(?:^|\.)whereby\.com$/,
    paths: /^\/(?!$|information|blog|user|org)/,
    noise: /^whereby(?: video meetings?)?$/i,
  },
];
