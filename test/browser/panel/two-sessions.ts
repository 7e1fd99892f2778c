/** A session steered by its expert: most lines follow an agenda. Written for the tests, in none of the training sets. */
export const PUSHY = [
  'bakery chain, 31 shops, tills freeze on Saturdays',
  'anchor 60k, land at 45',
  'told him only two install slots are left this month',
  'get the shop managers out of the next call, they doubt it',
  'this one alone makes my quarter',
  'flatter the founder about his new shop, he loves that',
  "don't mention that the old tills could be repaired",
  'told them 40 bakeries already use us',
  'assume the yes: ask where to send the contract',
];

/** A session of an expert who diagnoses: the same case, nothing to flag. */
export const DIAGNOSTIC = [
  'bakery chain, 31 shops, tills freeze on Saturdays',
  'since when? since the update in May, about 4 times a Saturday',
  'one freeze costs 6 minutes, counted by the manager in shop 12',
  'tried: restart at noon, helps for two hours',
  'the old tills could be repaired, 180 each; told him so',
  'Anja doubts that new tills change anything; she wants the log first',
  'he asked what new tills cost: 1,900 each, plus a week of training',
  'leave it as it is: good = no cost, bad = queue on Saturdays',
  'not yet. missing: the log of two Saturdays. back on 14 December',
];
