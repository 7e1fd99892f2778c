const SUBJECTS = ['The operations team', 'Their CFO', 'Maria', 'The night shift', 'Purchasing', 'Nobody on their side'];
const VERBS = ['measures', 'described', 'doubts', 'pays for', 'works around', 'wants to understand'];
const OBJECTS = [
  'the scrap on line three',
  'how long a change takes',
  'the hours lost every Friday',
  'what was tried in spring',
  'who signs above 50,000',
  'the report that nobody reads',
];
const TAILS = [
  '',
  ', about twice a week',
  '; they counted it in March',
  ' (her words)',
  ', and it is not written down',
];
const AGENDA = [
  'And our platform pays for itself in a month.',
  'Two more sites and I hit my number this year.',
  'Our platform pays for itself in a year.',
  'One more of these and I hit my number.',
];

/** A note of about `words` words, the same in every run: lines of unlike length, some of them with an agenda. */
export function variedNote(words: number): string {
  const random = fromSeed(words);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const lines: string[] = [];
  for (let count = 0; count < words; ) {
    const sentences = 1 + Math.floor(random() * 3);
    const line = Array.from({ length: sentences }, () =>
      random() < 0.03 ? pick(AGENDA) : `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}${pick(TAILS)}.`,
    ).join(' ');
    lines.push(random() < 0.1 ? '' : line);
    count += lines.at(-1)?.split(' ').length ?? 0;
  }
  return lines.join('\n');
}

/** Mulberry32: a small random source that gives the same numbers for the same seed. */
function fromSeed(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
