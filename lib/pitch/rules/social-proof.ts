import { defineRule, type Rule } from '../rule';

export const socialProof: readonly Rule[] = [
  defineRule({
    id: 'social-name-drop',
    category: 'social-proof',
    pattern:
      "\\b(?:name[- ]?drop(?:ped|s|ping)?|drop(?:ped)? (?:the )?(?:names?|logos?|(?-i:[A-Z][\\w-]{2,16}) and (?-i:[A-Z][\\w-]{2,16}))|logo (?:slide|wall)|(?:show(?:ed)?|wav(?:e|ed)|bring|flash(?:ed)?) (?:him |her |them )?(?:the |our )?(?:logos?|reference list|client list|case stud(?:y|ies)|success stor(?:y|ies)))\\b(?: [\\w'’-]{1,14}){0,4}",
    strength: 'plain',
    flags: [
      '[name-drop the two banks early]',
      '[dropped Rotterdam and Singapore in the first minute]',
      '[flash the logo slide]',
    ],
    allows: ['they asked for references, so we show our client list'],
  }),
  defineRule({
    id: 'social-swear-by-us',
    category: 'social-proof',
    pattern:
      "\\b(?:swears? by us|trust(?:s)? us already|(?:all|most|half|everyone|everybody|\\d+(?:\\+)? (?:\\w+ )?(?:clients?|customers?|companies|hospitals|banks|sites|chains|hotels)) (?:of (?:them|our clients) )?(?:already )?(?:use us|uses us|work with us|runs? on us|chose us|went with us|signed with us)|nobody(?:'|’)?s (?:ever )?been (?:sacked|fired) for)\\b(?: [\\w'’-]{1,14}){0,3}",
    strength: 'strong',
    ours: true,
    evenNegated: true,
    flags: [
      'the big Leeds helpline [swears by us]',
      "[nobody's ever been sacked for going with us]",
      'say [40 hospitals use us already]',
    ],
    allows: ['their sister site works with us since 2021', '40 hospitals use the same HIS'],
  }),
  defineRule({
    id: 'social-told-of-others',
    category: 'social-proof',
    pattern:
      "\\b(?:told (?:him|her|them)|mention(?:ed)?|remind(?:ed)? (?:him|her|them) that|let (?:him|her|them) know that) (?:about )?(?:(?:the |our |that |of |all |two |three |other |big |average |those ){1,4})(?:[\\w-]{2,14} ){0,2}(?:clients?|customers?|banks?|chains?|hospitals?|hotels?|names|references?)\\b(?: [\\w'’-]{1,14}){0,6}",
    strength: 'plain',
    unless: '\\b(?:asked|their (?:client|customer)s?|complain|affected)\\b',
    flags: ["[mentioned the two other DIY chains we've done]", '[told her our average client gets 34 back]'],
    allows: ['told them the customers are affected, they knew', 'asked about references, told them two clients'],
  }),
  defineRule({
    id: 'social-trust-us',
    category: 'social-proof',
    pattern:
      "\\b(?:(?:over|more than) )?\\d{2,6}\\+? (?:[\\w'’-]{2,14} ){0,2}(?:companies|firms|clients|customers|plants|hospitals|teams|banks) (?:already )?(?:trust|use|rely on|chose|work with|run on) (?:us|ours?)\\b",
    strength: 'strong',
    flags: ['"[over 500 companies trust us]"', 'told him [40 banks already use us]'],
    allows: ['about 40 clients use their portal', '500 companies trust the register'],
  }),
];
