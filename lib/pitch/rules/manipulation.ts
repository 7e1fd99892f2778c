import { defineRule, type Rule } from '../rule';

export const manipulation: readonly Rule[] = [
  defineRule({
    id: 'manipulation-hide',
    category: 'manipulation',
    pattern:
      "\\b(?:(?:don(?:'|’)?t|do not|never|no need to|better not|won(?:'|’)?t|not going to|rather not) (?:mention|bring up|tell (?:him|her|them)|raise|volunteer|say (?:anything|a word|it) |show (?:him|her|them)|let (?:him|her|them) (?:see|know|find|compare)|correct (?:him|her|them|the)|add (?:it|that) up|point (?:it|that) out)|kept quiet about|keep (?:quiet|schtum|mum) (?:about|on)|stay(?:ed)? (?:quiet|vague) (?:about|on)|leave(?: out)? (?:that|the [\\w-]{2,16}|open source|it) (?:out|off|vague)|left out (?:that|the)|leave that out|skip(?:ped)? (?:that|the part)|certainly not bringing|not bringing it up|didn(?:'|’)?t ask so I didn(?:'|’)?t)\\b(?: [\\w'’-]{1,14}){0,5}",
    strength: 'plain',
    ours: true,
    evenNegated: true,
    unless:
      '\\b(?:passwords?|secrets?|credentials?|pii|personal data|confidential|nda|asked (?:us|me) not|they asked|agreed|pitch|our (?:offer|product|price)|yet|until (?:they|he|she) ask|before (?:we|they) know|surprise|salary|spam|pen-?test)\\b',
    flags: [
      '[kept quiet about Proxmox] , nobody here knows it',
      '[never mention the annual figure]',
      '[leave open source off the comparison slide]',
    ],
    allows: ["don't tell them our offer before we know the cause", 'never mention passwords in tickets'],
  }),
  defineRule({
    id: 'manipulation-anchor',
    category: 'manipulation',
    pattern:
      "\\b(?:anchor(?:ed|ing)?(?: (?:high|low|at|on|him|her|them|the price|with|first))?:? ?(?:at )?[€$£]?\\d[\\d.,k]*|anchor (?:high|low|first|the price|them|him|her)|open(?:ed)? (?:at|with|high at) [€$£]?\\d[\\d.,k]*(?: [\\w'’-]{1,12}){0,2} (?:so|then|land|settle)|(?:then )?['‘]?settle['’]? (?:for|at) [€$£]?\\d[\\d.,k]*|decoy|only there to make the|print the big number above|make the middle look)\\b(?:[ ,]+[\\w'’-]{1,14}){0,4}",
    strength: 'strong',
    flags: [
      '[anchor 480, land 395]',
      '[open at 86 so that 40 feels like] her own cleverness',
      'three sizes, the big one [only there to make the middle look sane]',
    ],
    allows: ['anchor bolts at 40 cm', 'Ana anchors the team', 'they settle for 99.5'],
    unless: '\\b(?:bolts?|anchor (?:tag|link|text|point|id|chain)|they (?:would )?settle|boat|harbou?r)\\b',
  }),
  defineRule({
    id: 'manipulation-emotion',
    category: 'manipulation',
    pattern:
      "\\b(?:scare (?:story|him|her|them|tactic)|frighten (?:him|her|them)|make (?:him|her|them|(?-i:[A-Z][a-z]{2,14})) (?:sweat|squirm|jealous|nervous|afraid|scared|feel (?:guilty|stupid|small|like))|so (?:he|she|they) (?:gets?|feels?) (?:jealous|nervous|guilty|small|scared)|let (?:him|her|them) squirm|tug (?:at )?the heart|play(?:s|ed|ing)? (?:on|to|up to) (?:his|her|their) (?:fear|ego|pride|vanity|guilt|ambition)|(?:feed|work on|use|stroke) (?:his|her|their|the) (?:fear|ego|pride|vanity|guilt|anger)|vanity angle|let the silence (?:sit|work)|then shut up|turn the (?:knife|screw)|twist the knife|poke the wound|rub (?:it|salt) in|pain point[s]?,? (?:hard|again|press))\\b(?: [\\w'’-]{1,14}){0,4}",
    strength: 'strong',
    flags: ['perfect [scare story] , replay it', '[make Ewa sweat a bit on liability]', '[play to his ego]'],
    allows: ['the audit scares them, they said', 'they play to their strengths'],
  }),
  defineRule({
    id: 'manipulation-use-person',
    category: 'manipulation',
    pattern:
      "\\b(?:work on (?:him|her|them|(?-i:[A-Z][a-z]{2,14})) (?:first|before|until|via)|let (?:him|her|them) carry it (?:to|up)|(?:he|she|they)(?:'|’)?ll (?:carry|sell|fight) it (?:for us|upstairs|up|internally)|(?:soft|weak|easy) (?:one|spot|target|link) (?:here|in|of|is)|play (?:to|off) (?-i:[A-Z][a-z]{2,14})|play (?:them|him|her|(?-i:[A-Z][a-z]{2,14})) (?:off )?against|divide and|drive a wedge|(?:our|my) (?:mole|inside man|insider|champion|ally|way in)|use that\\b(?=\\s*(?:$|[.!,]))|feed it\\b(?=\\s*(?:$|[.!,]))|keep saying it|replay it back|say(?:ing)? (?:it|that) (?:back )?(?:every time|again and again))\\b(?: [\\w'’-]{1,14}){0,5}",
    strength: 'plain',
    ours: true,
    unless: '\\b(?:we could use that (?:data|figure|report)|agreed)\\b',
    flags: [
      '[work on him first and let him carry it] to Ines',
      "lit up at 'savings'. [keep saying it]",
      "doesn't say no directly - [use that]",
    ],
    allows: ['their team works on Tuesdays first', 'they use that server daily'],
  }),
  defineRule({
    id: 'manipulation-bend-facts',
    category: 'manipulation',
    pattern:
      "\\b(?:(?:not (?:quite|exactly|strictly|really) true|(?:bit of a|little|white|small) (?:lie|fib|stretch)|with a straight face|made (?:it|that) up|pretended (?:that |it |we |I |to )|dress(?:ed)? (?:it |that |(?-i:[A-Z][a-z]{2,14}) )?up|massage(?:d)? the (?:numbers|figures)|fudge(?:d)? (?:the|our|it)|round(?:ed)? (?:it |that )?(?:up|down) (?:a bit|generously|for them)|bury (?:it|that|the [\\w-]{2,16})(?: thing)? in|hide (?:it|that|the [\\w-]{2,16}) (?:in|under|behind|on)|small print|won(?:'|’)?t do the maths?|won(?:'|’)?t notice|(?:won(?:'|’)?t|never|nobody will|doesn(?:'|’)?t) (?:ask|check|read|look) (?:that|it|where|at)|comes? out on top))\\b(?: [\\w'’-]{1,14}){0,4}",
    strength: 'plain',
    ours: true,
    evenNegated: true,
    unless:
      '\\b(?:users?|staff|nobody reads the (?:logs?|alerts?)|alert|log|mailbox|monitoring|git|pretend(?:ed|s)? to be|phish)\\b',
    flags: [
      'said six [with a straight face]',
      "quote a share, they [won't do the maths in year 2]",
      '[bury the keyword thing in an appendix]',
    ],
    allows: ['nobody reads the logs', 'that is not the full picture, told them so'],
  }),
];
