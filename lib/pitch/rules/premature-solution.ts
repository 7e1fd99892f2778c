import { defineRule, type Rule } from '../rule';

const AFTER_THE_EVIDENCE = ['options', 'playback', 'decide'] as const;

export const prematureSolution: readonly Rule[] = [
  defineRule({
    id: 'premature-show-ours',
    category: 'premature-solution',
    pattern:
      "\\b(?:show(?:ed)?|demo(?:ed)?|present(?:ed)?|walk(?:ed)?|introduced?|pitch(?:ed)?|plug(?:ged)?|position(?:ed)?) (?:(?:him|her|them|the client|to them) )?(?:(?:through|with) )?(?:our|the demo|the deck|the product|the platform|the (?:flashy|pretty) \\w+)\\b(?: [\\w'’-]{2,16}){0,3}",
    strength: 'plain',
    unless: '\\b(?:asked|asks) (?:me|us|for|to see|what|how)\\b',
    fineAt: AFTER_THE_EVIDENCE,
    flags: ['first thing: [show them our platform] , then ask', '[demo our new dashboard before] the questions'],
    allows: [
      'no demo of our product today',
      'CTO: show them our numbers',
      'they asked what we do, so I showed them our page',
    ],
  }),
  defineRule({
    id: 'premature-turn-to-ours',
    category: 'premature-solution',
    pattern:
      "\\b(?:steer(?:ed|ing)?|turn(?:ed|ing)?|bend(?:ing)?|bent|bring(?:ing)?|brought|pivot(?:ed|ing)?|nudg(?:e|ed|ing)|funnel(?:led|ing)?|lead|led) (?:(?:it|him|her|them|the talk|the conversation|every answer|everything|things) )?(?:(?:all|straight|right|immediately|gently|quickly|back|round|around|over) ){0,2}(?:to|towards|into|onto) (?:our|us|the (?:demo|platform|product|bundle|package|suite|retainer|managed|premium|enterprise))\\b(?: [\\w'’-]{2,16}){0,2}",
    strength: 'strong',
    flags: ['whatever comes, [steer them back to our platform]', '[bend every answer to our suite]'],
    allows: ['they steer everything to their own platform', 'did not steer them to our offer'],
  }),
  defineRule({
    id: 'premature-exactly-ours',
    category: 'premature-solution',
    pattern:
      "\\b(?:exactly|just|precisely) (?:what|the (?:hole|gap|thing|problem|case)) (?:that )?our\\b(?: [\\w'’-]{2,20}){1,3}",
    strength: 'plain',
    fineAt: AFTER_THE_EVIDENCE,
    flags: ["me: that's [exactly what our collector plugs]"],
    allows: ['is it what our team measured?'],
  }),
  defineRule({
    id: 'premature-before-questions',
    category: 'premature-solution',
    pattern:
      "\\b(?:demo|deck|slides|pitch|video|solution|offer|proposal) (?:first|before) (?:he|she|they|the questions|any questions|asking|they'd|he'd|she'd)\\b(?: [\\w'’-]{2,16}){0,3}",
    strength: 'plain',
    flags: ['[demo before they finish describing it]'],
    allows: ['agreed: questions first, no deck'],
  }),
  defineRule({
    id: 'premature-they-need-ours',
    category: 'premature-solution',
    pattern:
      "\\b(?:they|he|she) (?:just |clearly |really |obviously |simply )?(?:needs?|wants?|should (?:take|buy|get|have)) (?:our|the (?:bundle|full package|premium tier|enterprise tier|managed service))\\b(?: [\\w'’-]{2,16}){0,2}",
    strength: 'plain',
    ours: true,
    fineAt: AFTER_THE_EVIDENCE,
    unless: '\\b(?:answer|feedback|confirmation|help with|input)\\b',
    flags: ['clear already: [they need our managed service]'],
    allows: ['they need our answer by Friday', 'they need a second link'],
  }),
];
