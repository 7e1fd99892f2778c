import { defineRule, type Rule } from '../rule';

export const flattery: readonly Rule[] = [
  defineRule({
    id: 'flattery-praise-to-gain',
    category: 'flattery',
    pattern:
      "\\b(?:flatter(?:ed|ing)?|butter(?:ed|ing)? (?:him |her |them )?up|gush(?:ed|ing)?|suck(?:ed|ing)? up to|stroke (?:his|her|their) ego|lay it on thick|compliment(?:ed)? (?:him|her|them) (?:on|first|again)|praise(?:d)? (?:him|her|them|(?-i:[A-Z][a-z]{2,14})) (?:heavily|a lot|first|again|loudly)|(?:he|she|they)(?:'|’)?ll (?:like|love|lap) (?:that|it)(?: up)?|keep (?:him|her|them|(?-i:[A-Z][a-z]{2,14})) (?:sweet|warm|happy))\\b(?: [\\w'’-]{1,14}){0,4}",
    strength: 'plain',
    unless: 'what they have|\\?\\s*$|\\? asked',
    flags: [
      '[gushed over her power traces] , worked a treat',
      '[butter him up first]',
      "quote his talk, [he'll like that]",
    ],
    allows: ['they complimented the support team', 'keep them happy with what they have? asked'],
  }),
  defineRule({
    id: 'flattery-gifts',
    category: 'flattery',
    pattern:
      "\\b(?:(?:send|bring|buy|get|order|give|bought|sent|brought|offer(?:ed)?|invite[sd]?|tickets?|seats?|take)(?: [\\w'’-]{1,14}){0,5} (?:(?:a |the |some |nice |good |decent ){0,2}(?:bottle|wine|gin|whisky|whiskey|champagne|chocolates?|cake|flowers|hamper|gift|present|dinner|steak|golf|opera|football|concert|box seats|spa))|(?:bottle of|box of|tickets for|seats (?:at|for)) [\\w'’ -]{2,30})\\b(?: [\\w'’-]{1,14}){0,3}",
    strength: 'plain',
    unless:
      '\\b(?:gift card|gift shop|dinner service|their (?:guests?|customers?|kitchen|restaurant)|restaurant|menu|match (?:rate|key|id|result)|pos|till|kitchen|present day|wedding)\\b',
    flags: ['[send her the good gin for her birthday]', 'two [seats at the prelim final should do it]'],
    allows: ['their restaurant sends wine orders by fax', 'they match customers by e-mail'],
  }),
  defineRule({
    id: 'flattery-supplicant',
    category: 'flattery',
    pattern:
      "\\b(?:(?:so |really |very )?sorry (?:to|for) (?:bother|disturb|tak(?:e|ing) (?:up )?(?:his|her|their|your) time)|begg(?:ed|ing)? (?:him|her|them)? ?for|(?:so |really )?grateful (?:for|that) (?:he|she|they|you) (?:made|found|took|gave)|thank (?:him|her|them|you) (?:again )?(?:and again|profusely|a thousand))\\b(?: [\\w'’-]{1,14}){0,4}",
    strength: 'plain',
    flags: ['[sorry to bother you again in the] mail, humble', '[begged her for ten minutes]'],
    allows: ['she was sorry to be late'],
  }),
];
