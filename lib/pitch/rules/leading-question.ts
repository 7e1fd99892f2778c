import { defineRule, type Rule } from '../rule';

export const leadingQuestion: readonly Rule[] = [
  defineRule({
    id: 'leading-agree',
    category: 'leading-question',
    pattern:
      "\\b(?:would(?:n['’]?t| not) (?:you|it|that)|do(?:n['’]?t| not) you (?:think|agree|want|feel)|surely (?:you|that|it)|is(?:n['’]?t| not) (?:it|that) (?:obvious|clear|time|worth)|can we agree that|you(?:['’]d| would) agree)\\b[^.?\\n]{0,80}\\?",
    strength: 'plain',
    evenNegated: true,
    flags: ["me: [wouldn't you agree that waiting costs more?]", "[don't you think the board would want that?]"],
    allows: ["Siobhan (IT mgr): wouldn't switching on what we own do half of it?", 'would it be a no for you?'],
  }),
  defineRule({
    id: 'leading-worth',
    category: 'leading-question',
    pattern:
      '\\b(?:how much (?:better|easier|more|happier)|what would it (?:be worth|mean) (?:to you )?(?:if|to)|imagine (?:if )?(?:you|never|having|a world)|what if I told you)\\b[^.?\\n]{0,80}\\?',
    strength: 'plain',
    flags: ['me: [how much better would you sleep with it?]', '[what if I told you it runs itself?]'],
    allows: ['how much more traffic in July?', 'asked how much more it costs in July?'],
    unless: '\\bhow much more (?:traffic|data|load|does|do|did|is|are|it|time|disk|storage|would (?:it|that) cost)\\b',
  }),
  defineRule({
    id: 'leading-planned',
    category: 'leading-question',
    pattern:
      "\\b(?:ask(?:ed)? (?:him|her|them|(?-i:[A-Z][a-z]{2,14}))?,? ?(?:all innocent|innocently|so that (?:he|she|they) (?:says?|has to|have to)|until (?:he|she|they) (?:says?|admits?))|get (?:him|her|them) to (?:say|admit|agree|imagine|picture)|got (?:him|her|them) to (?:say|admit|agree))\\b(?: [\\w'’-]{1,14}){0,6}",
    strength: 'strong',
    flags: [
      '[asked him, all innocent], if he would stake his job on it',
      '[got him to say out loud that it is embarrassing]',
    ],
    allows: ['asked her to say what matters', 'asked them how they know'],
  }),
];
