import { defineRule, type Rule } from '../rule';

export const pressure: readonly Rule[] = [
  defineRule({
    id: 'pressure-expiring-offer',
    category: 'pressure',
    pattern:
      "\\b(?:discount|price|rate|offer|quote|\\d+ ?(?:%|percent)(?: off)?) (?:is |was |only |just ){0,3}(?:good |valid |holds |stands |stays |goes up |expires? |ends? |gone )(?:only )?(?:till|until|on|by|after|this|at|if)\\b(?: [\\w'’-]{1,14}){0,4}",
    strength: 'plain',
    unless:
      '\\b(?:their|vendor|supplier|incumbent|microsoft|vmware|aws|oracle|contract|licen[cs]e|list|lease|tariff|support|invoice|tender)\\b',
    flags: ['tell her the [discount is gone after Friday]', 'the [offer is good only till month end] , push that'],
    allows: ['their discount expires on 31 March', 'VMware price goes up by 40 in May'],
  }),
  defineRule({
    id: 'pressure-sign-by',
    category: 'pressure',
    pattern:
      "\\b(?:sign(?:s|ed)?|order(?:s|ed)?|commit(?:s|ted)?|ink|nod|PO|signature)(?: [\\w'’-]{1,12}){0,3} (?:by|before|this|until) (?:(?:end of|the|month|quarter|year)[- ]?){0,3}(?:mon|tues|wednes|thurs|fri|satur|sun)?(?:day|week|month|quarter|year|end|eom|eoq|eoy|q[1-4]|christmas|xmas)\\b(?:[^.;!?\\n]{0,40}(?:or (?:else|lose|it)|discount|slot|price|push|press|make sure|get (?:him|her|them)))",
    strength: 'plain',
    unless: '\\b(?:their (?:own )?(?:deadline|date)|notice period)\\b',
    flags: ['[sign by Friday or lose the slot]'],
    allows: ['certificates signed by Friday', 'they sign by Friday because their audit is Monday'],
  }),
  defineRule({
    id: 'pressure-push',
    category: 'pressure',
    pattern:
      "\\b(?:push(?:ed|ing)?|press(?:ed|ing)?|lean(?:ed|ing)?|chas(?:e|ed|ing)|hurry|hurried|rush(?:ed|ing)?) (?:(?:on )?(?:him|her|them|(?-i:[A-Z][a-z]{2,14})) )?(?:hard(?:er)? )?(?:for|on|into|to) (?:a |an |the )?(?:sign(?:ing|ature|-?off)?|decision|yes|commitment|order|close|contract|date|deposit|PO)\\b(?: [\\w'’-]{1,14}){0,4}",
    strength: 'strong',
    flags: ['[push them for a signature on Friday]', '[leaned on Vera for a commitment]'],
    allows: ['did not push for a decision', 'board pushes them for a decision', 'push to the order service fails'],
    unless: '\\b(?:order service|order api|branch|registry|git|queue)\\b',
  }),
  defineRule({
    id: 'pressure-scarcity',
    category: 'pressure',
    pattern:
      "\\b(?:(?:say|tell|told|hint(?:ed)?|mention(?:ed)?|remind(?:ed)?|imply|implied)(?: (?:to )?(?:him|her|them|(?-i:[A-Z][a-z]{2,14})))?(?: that)? (?:[\\w'’-]{1,14} ){0,6}(?:last slot|nearly full|almost full|fully booked|filling up|only (?:one|two|\\d) (?:slots?|places?|spots?|left)|another (?:client|club|customer|buyer) wants|running out|won[’']?t be (?:free|available)))\\b(?: [\\w'’-]{1,14}){0,3}",
    strength: 'strong',
    ours: true,
    flags: ['[told her the 3rd is my last slot till spring]', '[hint that our onboarding team is nearly full]'],
    allows: ['told them honestly when we are free', 'disk nearly full since May'],
  }),
  defineRule({
    id: 'pressure-fear-of-loss',
    category: 'pressure',
    pattern:
      "\\b(?:FOMO|fear of (?:missing out|loss)|(?:play|use|lean on|create|build|add|inject|manufacture|dial up|keep up|sense of)(?: the| a| some| sense of| more){0,2} (?:urgency|scarcity|panic|time pressure))\\b(?: [\\w'’-]{1,14}){0,3}",
    strength: 'strong',
    flags: ['[create some urgency here]', 'a little [FOMO will help]'],
    allows: ['no urgency on their side', 'Jan said there is a sense of urgency in the board'],
  }),
  defineRule({
    id: 'pressure-make-date-loom',
    category: 'pressure',
    pattern:
      "\\b(?:keep (?:steering|coming|going|pointing) (?:them |him |her )?back to the|make|let) (?:the )?(?:[\\w'’-]{2,14} ){0,3}(?:date|deadline|audit|fine|outage|dec(?:ember)?|20\\d\\d) (?:feel like|loom|sink in|hang over|do the work)\\b(?: [\\w'’-]{1,14}){0,3}|\\bkeep (?:steering|coming) back to the [\\w'’-]{2,16} (?:date|deadline|fine|outage)\\b",
    strength: 'strong',
    ours: true,
    flags: ['[make the 2027 deadline feel like next Tuesday]', '[keep steering back to the insurer date]'],
    allows: ['they keep coming back with questions'],
  }),
  defineRule({
    id: 'pressure-discount-if-signed',
    category: 'pressure',
    pattern:
      "\\b(?:offer(?:ed|ing)?|give|gave|dangle|promise) (?:(?:them|him|her|a|an) ){0,2}\\d{1,2} ?(?:%|percent|k) ?(?:discount|off|rebate)?(?: [\\w'’-]{1,14}){0,2} (?:if|when|provided|as long as|but only) (?:they|he|she|it['’]?s|it is)? ?(?:sign|signs|signed|decide|decides|close|closes|commit|commits|order|orders)\\b(?: [\\w'’-]{1,14}){0,4}",
    strength: 'strong',
    flags: ['[Offer 10% discount if they sign this week]', '[offer her 15 % off if signed by Friday]'],
    allows: ['their vendor offers 10% if they sign this week', 'they offer 20% part time if he decides to stay'],
  }),
];
