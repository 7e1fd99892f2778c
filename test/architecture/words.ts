/** Words of selling that the product does not use (product.md, "Words"). `closing` and `quota` are names of categories. */
const NEVER =
  /\b(reps?|sellers?|sales ?(?:man|men|woman|women|people|person|force)|prospects?|(?<!great |good )deals?(?! with)|pipelines?|(?:close|closing|win) rates?|won|wins|upsells?|leaderboards?|funnels?)\b/i;

/** The proper name of a CRM that notes can be sent to. */
const NAME = /\bsalesforce\b/gi;

export function forbiddenWord(text: string): string | null {
  return NEVER.exec(text.replace(NAME, ''))?.[0] ?? null;
}

/** A name in code or in an answer of the API that would let a share or count of yes be stated. */
const COUNTED =
  /\b\w*(yes|outcome|no)_?(rate|share|ratio|count|percent)\w*\b|\b(close|win|success|closing|conversion)_?rate\w*/i;

export function countsYes(text: string): string | null {
  return COUNTED.exec(text)?.[0] ?? null;
}
