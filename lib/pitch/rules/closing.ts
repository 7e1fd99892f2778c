import { defineRule, type Rule } from '../rule';

export const closing: readonly Rule[] = [
  defineRule({
    id: 'closing-in-the-bag',
    category: 'closing',
    pattern:
      "\\b(?:in the bag|as good as (?:signed|ours|done|sold)|done deal|(?:he|she|they)(?:'|’)?(?:s|re) (?:mine|ours|hooked|sold)|already (?:spending it|sold on us)|just (?:needs?|need) (?:a )?(?:signature|signing)|only a formality|it(?:'|’)?s ours to lose)\\b",
    strength: 'strong',
    flags: ["Kyle's [in the bag]", "he laughed. [he's mine]", 'board approval is [only a formality] for us'],
    allows: ['tools stay in the bag of the technician', 'CFO: it is only a formality'],
    unless: '\\bin the bag of\\b',
  }),
  defineRule({
    id: 'closing-ask-for-it',
    category: 'closing',
    pattern:
      "\\b(?:trial[- ]close[ds]?|assumptive(?: close)?|always be closing|close (?:him|her|them|this one|the deal|the sale|it) (?:today|tomorrow|now|this week|next week|on|by|before|in)|go for the close|ask for the (?:signature|order|business|close))\\b(?: [\\w'’-]{1,14}){0,3}",
    strength: 'strong',
    flags: ['[trial close after the lunch]', 'should [close them by Thursday evening]'],
    allows: ['close the ticket by Friday', 'close it in Jira', 'they close on Sundays'],
    unless:
      '\\b(?:ticket|jira|issue|incident|case|port|branch|account|gap|valve|window|door|shop|store|PR|bug|hole)s?\\b',
  }),
  defineRule({
    id: 'closing-alternative-choice',
    category: 'closing',
    pattern:
      '\\b(?:shall we say|would you (?:prefer|rather)|do you (?:want|prefer) (?:to start|kick-?off)|which works better|so do we start)\\b[^.\\n?]{0,60}\\b(?:or|for)\\b[^.\\n?]{0,40}\\?',
    strength: 'plain',
    unless: '\\b(?:call|meeting|mtg|talk|by phone|chat|email)\\b',
    flags: ['me: [shall we say the 9th for kickoff then?]'],
    allows: ['shall we say Tuesday for the next call?', 'what would you rather keep?'],
  }),
  defineRule({
    id: 'closing-before-yes',
    category: 'closing',
    pattern:
      "\\b(?:before (?:he|she|they)(?:'|’)?(?:ve|s|d)? (?:(?:has|have|had|actually|even|got round to|get round to|gets round to) ){0,2}(?:said yes|saying no|say no|says no|change (?:his|her|their) minds?|changes (?:his|her) mind|cool(?:s)? (?:off|down)|look(?:s)? elsewhere|ask(?:s|ing)? (?:around|anyone|others)|phon(?:e|es|ing) (?:round|around)))\\b(?: [\\w'’-]{1,14}){0,3}",
    strength: 'strong',
    ours: true,
    flags: ["kickoff on her calendar [before she's said yes]", 'send it [before they change their mind]'],
    allows: ['before they say what the criteria are, wait'],
  }),
  defineRule({
    id: 'closing-lock-in',
    category: 'closing',
    pattern:
      "\\b(?:lock (?:him|her|them|it) in|locks? them in|(?:can(?:'|’)?t|can hardly|hard(?:er)? to|nightmare to|no way to) (?:back out|leave us|get out|undo|walk away)|leaving us is (?:a|too)|auto-?(?:extends?|renews?) (?:and|so|unless|quietly|without)|once (?:they|he|she)(?:'|’)?(?:re|s)? (?:in|hooked|on board|mapped|migrated)[^.;\\n]{0,30}(?:can(?:'|’)?t|won(?:'|’)?t|never|no way|stuck))\\b(?: [\\w'’-]{1,14}){0,3}",
    strength: 'plain',
    ours: true,
    evenNegated: true,
    unless:
      '\\b(?:vendor lock|their contract|vmware|broadcom|worried|fear|afraid|criterion|current (?:vendor|supplier)|exit|schema|deploy\\w{0,6}|rollback)\\b',
    flags: ['free trial, then [lock them in for three years]', 'calendar first, [harder to undo]'],
    allows: ['worried about being locked in, wrote it down', 'hard to undo a schema migration? asked'],
  }),
  defineRule({
    id: 'closing-prefilled',
    category: 'closing',
    pattern:
      "\\b(?:order form|contract|agreement|SOW|PO|offer|quote)[^.;\\n]{0,50}(?:already (?:filled|typed|signed|pencilled|in)|pre-?filled|filled in|ready to sign|sig(?:nature)? box|one scribble)\\b(?: [\\w'’-]{1,14}){0,2}",
    strength: 'plain',
    flags: ['send the [order form with her name already typed in]'],
    allows: ['they sent the contract back filled with questions'],
  }),
];
