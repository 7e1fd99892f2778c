/**
 * Whose words a piece of a line is, told from what stands before it. Only looked at where a rule hit, so its cost does not
 * grow with the rules. Every pattern is bounded, and the text looked at is at most `REACH` characters.
 */
const REACH = 400;

/** "Karsten (CFO):" at the beginning: what follows is theirs, unless the name is one of our own headings. */
const SPEAKER =
  /^\s*[-*•>]?\s*((?:[A-Z]|c[efit]o\b|client\b|customer\b|they\b|he\b|she\b|boss\b)[\w.'’&/+-]{0,24}(?: [A-Za-z][\w.'’&/+-]{0,24}){0,2})(?: ?\([^)]{0,60}\))?\s?:\s/;
const OUR_HEADING =
  /^(?:me|i|we|us|ours?|ai|action\w*|to ?do|next\w*|note\w*|plan|idea|internal|line|summary|decision|mail.*|draft|reminder|my .*|follow.?up|later|maybe|tactic\w*|strategy|angle|goal|p\.?s|nb|re|ask|risk\w*|call.*|prep|debrief|objection\w*)$/i;

/** Somebody other than the author says, wants or fears what follows in the same sentence. */
const REPORTED =
  /\b(?:they|he|she|client|customer|[a-z]{2,4}o|boss|board|team|vendor|supplier|incumbent|manager|director|lead|[A-Z][a-zé'’-]{1,20})(?:'s)?(?: \([^)]{0,40}\))? (?:(?:has|have|had|also|then|really|just|always|still|already|once) ){0,2}(?:says?|said|told (?:us|me)|asks?|asked|wants?|wanted|thinks?|thought|claims?|claimed|mentions?|mentioned|feels?|felt|fears?|feared|worr(?:y|ies|ied)|wrote|writes|calls?|called|reckons?|believes?|likes?|liked|hopes?|hoped|promised|needs?|needed|pushed|pitched|offered|sold|keeps? (?:saying|asking)|was told|were told|remembers?|complain(?:s|ed)|quoted|recalls?)\b/;
const REPORTED_SHORT =
  /\b(?:acc\.?(?:ording)? to|per|quote from|in (?:his|her|their) words|their (?:vendor|supplier|reseller|incumbent|sales|own))\b/i;

/** The author takes the word back. */
const OURS_AGAIN =
  /(?:^|[\s(*_–—-])(?:me|us)\s?:|\b(?:I|we|I've|I'll|we'll|we've|I'd)\b|\b(?:told|tell|say|said to|remind|show|give|get|let|make|keep) (?:him|her|them|it)\b/;

/** After somebody else's turn, ours. Their own "we" is theirs. */
const OUR_TURN =
  /(?:^|[\s(*_–—-])(?:me|us|I)\s?:|\bI (?:just |then |simply )?(?:said|told|answered|asked|let|dropped|mentioned)\b|(?:→|->|=>)/;

/** Somebody else does what follows. */
const THEIR_DOING =
  /\b(?:they|he|she|client|customer|vendor|supplier|board|incumbent)(?: (?:then|also|just|always|often|quickly|simply|keep|kept))? $/i;

const NEGATED =
  /\b(?:no|not|never|nor|without|avoid(?:ed|ing)?|rather than|instead of|stop(?:ped)?|refus\w{1,4}|nothing|neither|resist\w{0,3}|stay(?:ed)? away from|against|hold(?:ing)? back|held back|cannot|must ?n[o']t|free of|isn['’]?t|wasn['’]?t|aren['’]?t|won['’]?t|don['’]?t|doesn['’]?t|didn['’]?t|can['’]?t|couldn['’]?t|shouldn['’]?t|wouldn['’]?t|haven['’]?t|hasn['’]?t)\b[^.;:,!?–—]{0,28}$/i;

const ASKED_BY_CLIENT =
  /\b(?:they|he|she|client|customer|[A-Z][a-zé'’-]{1,20}) (?:\([^)]{0,40}\) )?(?:asked|asks|wants? to (?:know|see|hear)|wanted to (?:know|see|hear)|is asking|was asking|requested)\b|^\s*(?:asked (?:us|me|whether|if|what|how)|q:|question from)|\b(?:on|at) (?:their|his|her) request\b|\bbecause they asked\b/;

/** What stands before `from` in its own sentence, at most `REACH` characters. */
function sentenceBefore(line: string, from: number): string {
  const before = line.slice(Math.max(0, from - REACH), from);
  const cut = Math.max(
    before.lastIndexOf('. '),
    before.lastIndexOf('; '),
    before.lastIndexOf('! '),
    before.lastIndexOf('? '),
  );
  return cut < 0 ? before : before.slice(cut + 2);
}

/** True when the piece at `from` is what somebody else said, wants or does. */
export function isReported(line: string, from: number, clientNames: readonly string[]): boolean {
  const sentence = sentenceBefore(line, from);
  if (THEIR_DOING.test(sentence.slice(-40))) return true;
  const said = REPORTED.exec(sentence) ?? REPORTED_SHORT.exec(sentence) ?? nameFirst(sentence, clientNames);
  if (said && !OURS_AGAIN.test(sentence.slice(said.index + said[0].length))) return true;
  const speaker = SPEAKER.exec(line.slice(0, 160));
  if (!speaker || speaker[0].length > from || OUR_HEADING.test(speaker[1] ?? '')) return false;
  return !OUR_TURN.test(line.slice(Math.max(speaker[0].length, from - REACH), from));
}

/** A name of theirs at the very beginning, then a dash: "Ljerka - ...". */
function nameFirst(sentence: string, names: readonly string[]): RegExpExecArray | null {
  const start = /^\s*([^\s,:–—-]{2,40})\s?[–—-] /.exec(sentence);
  return start &&
    names.some((name) =>
      name
        .toLowerCase()
        .split(' ')
        .includes((start[1] ?? '').toLowerCase()),
    )
    ? start
    : null;
}

/** True when a negation or an agreed restraint stands right before the piece. */
export function isNegated(line: string, from: number): boolean {
  const sentence = sentenceBefore(line, from).slice(-60);
  return NEGATED.test(sentence.slice(sentence.lastIndexOf(' - ') + 1));
}

/** True when the line says that the client asked for it: leave makes information legitimate. */
export function isAskedFor(line: string): boolean {
  return ASKED_BY_CLIENT.test(line.slice(0, 600));
}

const OPENING = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
]);
const OUR_QUOTE =
  /(?:\bme\b|\bI\b|\bwe\b|\bline\b|\bdraft\b|\bmail\b|\b(?:say|tell|told|write|wrote|call|put it)\b)[^"“„«]{0,30}$/i;

/** True when the piece stands inside quotation marks that are not introduced as our own words. */
export function isQuoted(line: string, from: number, to: number): boolean {
  const start = Math.max(0, from - REACH);
  let opened = -1;
  let closing = '';
  for (let at = start; at < from; at++) {
    const sign = line.charAt(at);
    if (opened >= 0 && sign === closing) opened = -1;
    else if (opened < 0 && OPENING.has(sign)) {
      opened = at;
      closing = OPENING.get(sign) ?? '';
    }
  }
  if (opened < 0) return false;
  const end = line.indexOf(closing, from);
  return end >= to - 1 && end - to < REACH && opened > 0 && !OUR_QUOTE.test(line.slice(start, opened));
}
