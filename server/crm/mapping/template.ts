/** What a template may ask for, by its name in braces. */
export const PLACES = [
  'client',
  'title',
  'date',
  'people',
  'expert',
  'decisionReached',
  'to',
  'reason',
  'objectives',
  'options',
  'playback',
  'dissent',
  'nextSteps',
  'notes',
  'outcome',
  'missing',
  'lookAgainOn',
  'link',
] as const;
export type Place = (typeof PLACES)[number];

export type TemplatePart = { kind: 'text'; text: string } | { kind: 'place'; name: string };
/** One line of a template. `level` is of a heading, 1 to 3. */
export type TemplateLine = { kind: 'heading' | 'bullet' | 'text'; level: number; parts: TemplatePart[] };

/** A template as lines; empty ones only separate. */
export function parseTemplate(template: string): TemplateLine[] {
  return template.split(/\r?\n/).flatMap((line): TemplateLine[] => {
    const [, marks = '', text = ''] = /^\s*(#{1,3} |[-*] )?(.*)$/.exec(line) ?? [];
    if (text.trim() === '') return [];
    const kind = marks.startsWith('#') ? 'heading' : marks === '' ? 'text' : 'bullet';
    return [{ kind, level: kind === 'heading' ? marks.length - 1 : 0, parts: partsOf(text.trim()) }];
  });
}

function partsOf(text: string): TemplatePart[] {
  return text.split(/(\{[A-Za-z]+\})/).flatMap((piece): TemplatePart[] => {
    if (piece === '') return [];
    const name = /^\{([A-Za-z]+)\}$/.exec(piece)?.[1];
    return [name ? { kind: 'place', name } : { kind: 'text', text: piece }];
  });
}

/** A piece of a note, the same for every way of writing it. A link stands in a text by itself. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'bullet' | 'text'; text: string }
  | { kind: 'link'; url: string };

/** What stands in the places: one text, or several as a list; nothing is an empty one. */
export type Filling = Readonly<Record<Place, string | readonly string[]>>;

/** The template with everything in its place. Lines whose places are all empty go, and headings with nothing below them. */
export function fillTemplate(template: string, filling: Filling): Block[] {
  const blocks = parseTemplate(template).flatMap((line) => fillLine(line, filling));
  return blocks.filter((block, index) => block.kind !== 'heading' || !isBare(blocks, index));
}

function fillLine({ kind, level, parts }: TemplateLine, filling: Filling): Block[] {
  const places = parts.flatMap((part) => (part.kind === 'place' ? [filled(part.name, filling)] : []));
  if (places.length > 0 && places.every((value) => value.length === 0)) return [];
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only?.kind === 'place' && only.name === 'link' && kind !== 'heading')
    return filled('link', filling).map((url) => ({ kind: 'link', url }));
  if (only?.kind === 'place' && Array.isArray(filling[only.name as Place]))
    return filled(only.name, filling).map((text) => ({ kind: 'bullet', text }));
  const text = parts.map((part) => (part.kind === 'text' ? part.text : filled(part.name, filling).join('; '))).join('');
  return [kind === 'heading' ? { kind, level, text } : { kind, text }];
}

function filled(name: string, filling: Filling): string[] {
  const value = filling[name as Place] ?? '';
  return (typeof value === 'string' ? [value] : [...value]).map((text) => text.trim()).filter((text) => text !== '');
}

/** Whether nothing but deeper headings stands between this one and the next of its level. */
function isBare(blocks: readonly Block[], at: number): boolean {
  const heading = blocks[at];
  if (heading?.kind !== 'heading') return false;
  for (const block of blocks.slice(at + 1)) {
    if (block.kind !== 'heading') return false;
    if (block.level <= heading.level) return true;
  }
  return true;
}
