import { defineRule, type Rule } from '../rule';

export const featurePitch: readonly Rule[] = [
  defineRule({
    id: 'feature-superlative-ours',
    category: 'feature-pitch',
    pattern:
      "\\bour (?:[\\w'’-]{2,20} ){0,3}(?:is|are) (?:simply |clearly |by far |easily |still |just |literally )?(?:the (?:best|fastest|only|leading|most \\w{4,16})|second to none|unbeatable|unmatched|world[- ]class|best[- ]in[- ]class|ahead of (?:everyone|anyone))\\b(?: [\\w'’-]{2,16}){0,3}",
    strength: 'strong',
    flags: ['[our delta engine is simply the best on the market]'],
    allows: ['our contact is the only one who knows the values', 'is our doc the best place for this?'],
    unless: '\\bour (?:contact|notes?|doc|call|meeting|problem|risk|guess|understanding)\\b|\\?\\s*$',
  }),
  defineRule({
    id: 'feature-buzzword',
    category: 'feature-pitch',
    pattern:
      "\\b(?:world[- ]class|best[- ]in[- ]class|game[- ]chang(?:er|ing)|cutting[- ]edge|next[- ]gen(?:eration)? (?:platform|solution|offering)|bullet[- ]?proof (?:solution|platform|offer)|turn-?key solution|industry[- ]leading|market[- ]leading|unrivall?ed|revolutionary|no[- ]brainer)\\b(?: [\\w'’-]{2,16})?",
    strength: 'weak',
    flags: ['our [world-class team] does it', 'told them it is a [no-brainer]'],
    allows: ['CEO: we want world-class service', 'they call it a game changer', 'not a no-brainer, weighed both'],
  }),
  defineRule({
    id: 'feature-nobody-else',
    category: 'feature-pitch',
    pattern:
      "\\b(?:nobody|no ?one|no tool|no other \\w{3,14}|nothing)(?: (?:else|on earth|on the planet|out there|in the market|on the market)){1,2} (?:[\\w'’-]{2,14} ){0,4}(?:like (?:us|ours|our)|as (?:good|fast|safe|well))\\b|\\bours is the only \\w{3,20}(?: [\\w'’-]{2,16}){0,4}|\\bwe(?:'|’)?re the only ones?\\b(?: [\\w'’-]{2,16}){0,5}",
    strength: 'strong',
    evenNegated: true,
    flags: [
      '[nobody on the planet does reefers like us]',
      'I may have said [ours is the only bootloader an auditor takes seriously]',
    ],
    allows: ['nobody on the planet has measured that', 'Zoran: we are the only ones on shift'],
    unless: '^\\s*(?-i:[A-Z][a-z]{2,14})\\s?:',
  }),
  defineRule({
    id: 'feature-guarantee-result',
    category: 'feature-pitch',
    pattern:
      "\\b(?:(?:I|we) (?:can |will |'ll |’ll )?(?:guarantee|promise)d? (?:him |her |them |you |that )?(?:it|they|you|a|an|zero|full|no|\\d+)|(?:guarantee|promise)d (?:him|her|them) (?:that |a |an |zero |full |no |\\d+))\\b(?: [\\w'’%-]{1,16}){0,3}",
    strength: 'plain',
    unless:
      "\\b(?:can ?not|can[’']?t|could ?n[o’']t|SLA|send|by (?:mon|tues|wednes|thurs|fri)day|back|minutes|an answer|honest)\\b",
    flags: ['[promised them zero] downtime on the spot'],
    allows: ['we can’t guarantee that and said so', 'promised them the minutes by Friday'],
  }),
  defineRule({
    id: 'feature-benefits-talk',
    category: 'feature-pitch',
    pattern:
      "\\b(?:(?:paint(?:ed)?|sell|sold) (?:him|her|them|(?-i:[A-Z][a-z]{2,14})) (?:a|the) (?:picture|dream|vision|story)|our (?:thing|platform|product|solution|tool|service) (?:pays for itself|sells itself|runs itself|just works))\\b(?: [\\w'’-]{2,16}){0,4}",
    strength: 'strong',
    ours: true,
    flags: ['[painted Katrin a picture of her evenings with] us', '[our platform pays for itself in] a year'],
    allows: ['she painted a picture of the plant'],
  }),
  defineRule({
    id: 'feature-we-are-best',
    category: 'feature-pitch',
    pattern:
      "\\b(?:we(?:['’]re| are)|our (?:[\\w'’-]{2,16} ){1,2}is) (?:simply |clearly |just |by far |truly )?(?:the )?(?:best|world[- ]class|number one|no\\.? ?1|market leaders?|unbeatable|unrivalled|second to none|leading (?:provider|supplier|vendor))\\b(?: [\\w'’-]{1,14}){0,3}",
    strength: 'strong',
    unless: '\\b(?:best (?:in|at) (?:the )?(?:morning|afternoon)|best (?:reached|placed|off|done))\\b',
    flags: ['[We are the best on the market]', 'told them [our platform is simply unbeatable]'],
    allows: ['he thinks we are the best of the three', 'we are best reached by mail'],
  }),
];
