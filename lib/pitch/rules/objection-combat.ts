import { defineRule, type Rule } from '../rule';

export const objectionCombat: readonly Rule[] = [
  defineRule({
    id: 'objection-around-a-person',
    category: 'objection-combat',
    pattern:
      "\\b(?:(?:go|went|get|got|work(?:ed)?|route|going|getting) (?:straight |quietly )?(?:over|around|round|past|behind) (?:him|her|them|(?!the\\b|a\\b|each\\b|to\\b)(?-i:[A-Z][a-z]{2,14})(?:'s (?:head|back))?)|round that table without|(?:without|w/o|w/out) (?:him|her|them|(?-i:[A-Z][a-z]{2,14})) (?:there|in the room|listening|around|present|hearing|on the call))\\b(?: [\\w'’-]{1,14}){0,3}",
    strength: 'plain',
    ours: true,
    evenNegated: true,
    unless: "\\b(?:firewall|proxy|queue|nat|wait|sick|leave by mistake|can[’']?t decide)\\b",
    flags: ['[go over him if he stalls]', '[get around Priya via the CFO]', 'next talk [without Pam in the room]'],
    allows: ['go over it with them again', 'how do people get around the VPN?'],
  }),
  defineRule({
    id: 'objection-alone',
    category: 'objection-combat',
    pattern:
      "\\b(?:get|catch|grab|take|ring|corner|call|phone|meet|see|have) (?:him|her|them|(?-i:[A-Z][a-z]{2,14})) (?:on (?:his|her|their) own|alone|one[- ]to[- ]one|separately|aside|1:1)\\b(?:,? [\\w'’/-]{1,14}){0,4}",
    strength: 'plain',
    unless: '\\b(?:asked (?:us|me|to)|at (?:his|her|their) request|wants? (?:it|to)|suggested|agreed)\\b',
    flags: ['[get Kelsey on her own, lunch maybe]', '[catch Lars alone next time]'],
    allows: ['Sam asked to see Ana alone on the budget'],
  }),
  defineRule({
    id: 'objection-neutralise',
    category: 'objection-combat',
    pattern:
      "\\b(?:neutrali[sz](?:e|ed|ing)|defus(?:e|ed|ing)|disarm(?:ed|ing)?|overc[ao]m(?:e|ing)|steamroll(?:ed|er)?|shut (?:down|up)|fob(?:bed)? (?:him|her|them)? ?off|brush(?:ed)? (?:off|aside)|wear (?:him|her|them) down|wait (?:him|her|them) out|soften (?:him|her|them) up|get rid of|talk (?:him|her|them) (?:out of|round|into))\\b(?: [\\w'’-]{1,16}){0,3}(?: (?:objection|concern|doubt|worr(?:y|ies)|resistance|scepsis|question|him|her|them))?",
    strength: 'weak',
    flags: ['Varga is the one to [neutralise]', '[fob her off with the certification] story'],
    allows: ['they want to get rid of the old NAS'],
    unless:
      '\\b(?:server|service|cluster|nas|legacy|old|switch|app|system|power|machine|node|plant|site|line|office|disk|alarm|noise|ups|tape|paper|manual)s?\\b',
  }),
  defineRule({
    id: 'objection-handle',
    category: 'objection-combat',
    pattern:
      "\\b(?:handle|handled|handling|crush(?:ed)?|kill(?:ed)?|overcome|overcame|counter(?:ed)?|bat(?:ted)? away|knock(?:ed)? down|park(?:ed)?|dodg(?:e|ed)|sidestep(?:ped)?|deflect(?:ed)?|duck(?:ed)?|bury|buried|skat(?:e|ed) over|gloss(?:ed)? over|skip(?:ped)? over|wav(?:e|ed) away|swerv(?:e|ed)) (?:(?:his|her|their|the|that|every|all|this|each) ){0,2}(?:[\\w/-]{2,16} )?(?:objections?|concerns?|doubts?|worr(?:y|ies)|push-?back|scepticism|skepticism|resistance|hesitation|question)\\b(?: [\\w'’-]{1,14}){0,2}",
    strength: 'strong',
    flags: ['[handle his objection with the] TCO slide', '[dodged the security question]'],
    allows: ['did not dodge the question', 'wrote down every concern', 'she dodged the question on budget'],
    unless: '\\b(?:for (?:next|later)|agreed to park|together|both)\\b',
  }),
  defineRule({
    id: 'objection-comeback',
    evenNegated: true,
    category: 'objection-combat',
    pattern:
      "\\b(?:(?:need|have|prepare|ready|got) (?:a |an |for each [\\w ]{1,20})?(?:comeback|ready answer|killer answer|counter-?argument|rebuttal)|turn(?:ed)? that (?:round|around)|moved on (?:before|quick(?:ly)?)|(?:clicked|moving|moved|pushed) on (?:to the next|quick|fast|before)|change(?:d)? the subject|(?:they|she|he) will (?:once|when|by the time) I(?:'|’)?(?:ve|m)?)\\b(?: [\\w'’-]{1,14}){0,4}",
    strength: 'plain',
    ours: true,
    flags: [
      '[need a comeback that makes that sound] naive',
      "she doesn't see it yet, [she will once I mail her the breach] articles",
      '[Turned that round and moved on]',
    ],
    allows: ['they moved on quickly from the outage', 'the client changed the subject twice'],
    unless: '\\b(?:they|client|he|she|(?-i:[A-Z][a-z]{2,14})) (?:then |quickly )?(?:moved on|changed the subject)\\b',
  }),
  defineRule({
    id: 'objection-blocker',
    category: 'objection-combat',
    pattern:
      "\\b(?:is|going to be|will be|might be|could be|as|our) (?:the |a |our )?(?:main |real |only )?(?:blocker|naysayer|brake|troublemaker|spoiler|one to (?:watch|beat|turn|convince|win over|crack))\\b(?: [\\w'’-]{1,14}){0,2}",
    strength: 'weak',
    flags: ['Kowalczyk is [going to be the blocker]'],
    allows: ['the missing API is a technical blocker', 'licence cost is the blocker for them'],
    unless:
      "\\b(?:licen[cs]e|api|cost|budget|bug|network|storage|bandwidth|time|missing|technical|upgrade|version|lack|it is|that is|that[’']s)\\b",
  }),
  defineRule({
    id: 'objection-push-back',
    category: 'objection-combat',
    pattern:
      "\\b(?:push(?:ed|ing)? back (?:hard )?on|overc(?:ome|oming|ame)|steamroll(?:ed)?|crush(?:ed)?|brush(?:ed)? (?:off|aside)|deflect(?:ed)?|smother(?:ed)?|wear(?:ing)? down) (?:their|his|her|the) (?:[\\w'’-]{2,14} ){0,2}(?:objections?|concerns?|worr(?:y|ies)|resistance|doubts?|reservations?)\\b",
    strength: 'strong',
    flags: ['[Push back on their price objection]', '[overcome her resistance] with our CTO'],
    allows: ['he pushed back on the price', 'we will not push back on their concern'],
  }),
];
