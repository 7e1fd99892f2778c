import { defineRule, type Rule } from '../rule';

export const disparage: readonly Rule[] = [
  defineRule({
    id: 'disparage-told-them',
    category: 'disparage',
    pattern:
      "\\b(?:told|tell|let slip|drop(?:ped)?|mention(?:ed)?|hint(?:ed)?|said|say|add(?:ed)?|remind(?:ed)?|plant(?:ed)?|paint(?:ed)?|make|made|call(?:ed)?)(?: (?:it|in|to|him|her|them|casually|that|how|the|their|(?-i:[A-Z][\\w-]{1,14})|(?-i:[A-Z][a-z]{2,14})'s|scripts|programmer|supplier|reseller|forms|look|like|as|is|are|a|an|basically|really|just|pretty|much|all|nobody|serious|no one|anyone|building|uses|any)){1,9} (?:abandoned|dinosaurs?|toys?|amateurs?|dead|legacy|outdated|finished|box shifters?|danger|joke|going under|layoffs?|kindergarten|cowboys?|unsafe|a mess|on-prem)\\b(?: [\\w'’-]{1,14}){0,4}",
    strength: 'strong',
    ours: true,
    flags: ['[told them Rancher is basically abandoned at this point]', "[make Pim's scripts look like a toy]"],
    allows: ['Ines told them the old cluster is unsafe', 'said the branch is outdated'],
    unless:
      '\\b(?:branch|doc|docs|page|wiki|driver|firmware|ticket)\\b|^\\s*(?-i:[A-Z][a-z]{2,14})(?: \\([^)]{0,30}\\))?:? (?:told|said|says|called)\\b',
  }),
  defineRule({
    id: 'disparage-run-down',
    category: 'disparage',
    pattern:
      "\\b(?:(?:run(?:ning)? down|rubbish(?:ed|ing)?|bad-?mouth(?:ed|ing)?|trash(?:ed|ing)?|slag(?:ged)? off|throw shade (?:on|at)|poke(?:d)? holes in|knock(?:ed)?|discredit(?:ed)?|undermin(?:e|ed|ing)|sow (?:some )?doubt(?:s)? (?:about|on)|plant (?:some |a )?doubt(?:s)? (?:about|on)?|FUD) ?(?:the |their |his |her )?(?:competitors?|incumbent|other (?:vendor|supplier|offer)s?|rival|current (?:vendor|supplier)|own (?:team|people)|in-?house|(?-i:[A-Z][\\w-]{2,14})))\\b(?: [\\w'’-]{1,14}){0,3}",
    strength: 'strong',
    flags: ['[plant some doubt about the incumbent]', '[rubbish their own team a little]'],
    allows: ['they keep running down the road map', 'did not knock the competitor'],
  }),
  defineRule({
    id: 'disparage-names',
    category: 'disparage',
    pattern:
      "\\b(?:(?:they|those|these|the (?:others|competition|competitors|rest|incumbent)|he|she|(?-i:[A-Z][\\w-]{2,14}))(?:'|’)?(?:re| are|s| is) (?:just |only |all |basically |really |total |complete )?(?:a |an )?(?:dinosaurs?|amateurs?|cowboys?|clowns?|box[- ]shifters?|slide factor(?:y|ies)|jokers?|muppets?|hobbyists?|dead wood))\\b",
    strength: 'strong',
    flags: ["[They're dinosaurs] , I let that slip", '[the rest are slide factories]'],
    allows: ['Rosa: they are amateurs, she said of the last vendor'],
  }),
];
