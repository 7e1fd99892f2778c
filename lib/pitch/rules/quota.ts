import { defineRule, type Rule } from '../rule';

export const quota: readonly Rule[] = [
  defineRule({
    id: 'quota-our-number',
    category: 'quota',
    pattern:
      "\\b(?:(?:my|our) (?:quota|number|target|commission|quarter|half[- ]year|forecast|bonus|pipeline|year)(?: [\\w'’-]{1,14}){0,2} (?:is|needs?|rid(?:es|ing)|depends?|closes?|looks?|gets?|done|safe|finished|=)|(?:makes?|hits?|saves?|covers?|fills?|rescues?) (?:my|our) (?:quota|number|target|quarter|month|half|year))\\b(?: [\\w'’-]{1,14}){0,3}",
    strength: 'strong',
    flags: ['[my year is riding on this one]', 'this alone [makes my quarter]'],
    allows: ['our target is 99.9, agreed with them', 'CTO: my number is 4471'],
    unless: '\\b(?:uptime|availability|SLO|SLA|latency|phone|call (?:me|back)|RTO|RPO|99)\\b',
  }),
  defineRule({
    id: 'quota-upsell',
    category: 'quota',
    pattern:
      "\\b(?:(?:up|cross)[- ]?sell(?:s|ing)?|land[- ]and[- ]expand|foot in (?:the )?door|expand (?:later|from there|the account)|wallet share|share of wallet|attach rate|bigger ticket|deal size)\\b(?: [\\w'’-]{1,14}){0,4}",
    strength: 'strong',
    flags: ['[upsell the add-on in autumn]', 'assessment = [foot in door], price it low'],
    allows: ['no upsell today', 'their shop does cross-sell emails to guests'],
    unless:
      '\\b(?:upsell (?:team|mail|rate)|their (?:shop|store|site|web|customers|guests|app)|basket|checkout|recommendation engine)\\b',
  }),
  defineRule({
    id: 'quota-nothing-in-it',
    category: 'quota',
    pattern:
      "\\b(?:nothing in it for (?:me|us)|leaves nothing for us|nothing left for us|no (?:money|revenue|margin) in (?:it|that|this) for us|sinks? (?:the|our) (?:count|seats|revenue|number)|shrinks us|where (?:the|our) (?:number|money|margin|revenue) is|(?:load|earn|make) (?:it|that|the (?:services|rest|margin)) (?:back|later|on (?:top|later))|the actual prize)\\b(?: [\\w'’-]{1,14}){0,4}",
    strength: 'strong',
    ours: true,
    evenNegated: true,
    flags: [
      'that option [leaves nothing for us after Q1]',
      'PAM suite is [where the number is]',
      'price it at cost, [earn it back on the migration]',
    ],
    unless: '\\b(?:told (?:him|her|them) (?:so|plainly)|gave (?:him|her|them)|said so|openly)\\b',
    allows: ['they earn money on it', 'nothing in it for us, told them plainly'],
  }),
  defineRule({
    id: 'quota-oversize',
    category: 'quota',
    pattern:
      "\\b(?:(?:quote|size|spec|scope|price)(?:d)? (?:it |them |him |her )?(?:at |up to |for )?\\d[\\d.,k]* (?:\\w+ )?(?:so (?:that )?(?:they|he|she|we)|then|usable so|instead)|(?:slip|sneak|tuck|slide|bundle|fold)(?:ped|ed)? (?:it|that|the [\\w-]{2,16}|in the [\\w-]{2,16}) (?:in|into|under)(?: as)?(?: one)?(?: line)?)\\b(?: [\\w'’-]{1,14}){0,4}",
    strength: 'plain',
    ours: true,
    unless: '\\b(?:schedule|calendar|release|sprint|image|build|config|repo)\\b',
    flags: ['they need one, but [slip it in as one line in the SOW]', '[quote 200 usable so they do not outgrow it]'],
    allows: ['they slip it into the release late', 'quoted 40 as they asked'],
  }),
  defineRule({
    id: 'quota-winnable',
    category: 'quota',
    pattern:
      "\\b(?:(?:definitely|very|quite|still|totally) winnable|(?:win|won|land|bag|lose|losing) (?:this|the) (?:deal|account|logo|one|client|business)|hot (?:lead|prospect)|qualified lead|(?:big|nice|juicy|fat) (?:deal|account|fish|ticket|margin)|biggest deal|close rate|win rate)\\b(?: [\\w'’-]{1,14}){0,3}",
    strength: 'plain',
    flags: ['40 min, warm, [definitely winnable]', 'we must [land this account in Q3]'],
    allows: ['they fear losing the client they have', 'Marta: we lost the account at Siemens'],
    unless: '\\b(?:locked|login|log in|their (?:client|customer)s?|guest)\\b',
  }),
  defineRule({
    id: 'quota-retainer',
    category: 'quota',
    pattern:
      "\\b(?:there(?:'|’)?s|could be|get|see|smell|turn (?:it|this) into) (?:a |an )?(?:[\\w-]{2,10} )?(?:retainer|three[- ]year|3[- ]?y(?:ea)?r|multi-?year|framework|six figures?|7 figures?)\\b(?: (?:in (?:here|it|there|this)|deal|out of))(?: [\\w'’-]{1,14}){0,2}",
    strength: 'plain',
    flags: ["play it slow and [there's a two-year retainer in here]"],
    allows: ['they want a three-year support contract'],
  }),
  defineRule({
    id: 'quota-needed-for-ours',
    category: 'quota',
    pattern:
      "\\b(?:need(?:ed|s)?|want|counts?|good|enough|crucial|closes?|land(?:s|ed)?) (?:[\\w'’-]{1,14} ){0,3}(?:for|toward|towards) (?:my|our) (?:quota|target|bonus|commission|quarter|sales goal|numbers)\\b",
    strength: 'strong',
    flags: ['We [need this for our quota]', '[need this one for my quarter]'],
    allows: ['they need this for their quota', 'he wants more for his target group'],
  }),
];
