import type { Summary, SummaryBlock } from './summary';

/** A summary as CommonMark. What people typed is escaped, so that it stays text wherever it is pasted. */
export function summaryMarkdown(summary: Summary): string {
  return join(summary, written, (block) => block.kind === 'item');
}

function written(block: SummaryBlock): string {
  switch (block.kind) {
    case 'title':
      return `# ${escaped(block.text)}`;
    case 'heading':
      return `## ${escaped(block.text)}`;
    case 'subheading':
      return `### ${escaped(block.text)}`;
    case 'fact':
      return `**${escaped(block.label)}:** ${escaped(block.text)}`;
    case 'item':
      return `- ${escaped(block.text)}${block.note ? ` (${escaped(block.note)})` : ''}`;
    case 'text':
      return escaped(block.text);
    default:
      throw new Error(`unhandled ${block satisfies never}`);
  }
}

/** Backslashes before what Markdown would read as markup; line breaks stay line breaks. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d+[.)])(?=\s|$|[-=])/gm, (_, space: string, mark: string) => `${space}${markEscaped(mark)}`)
    .replace(/\r?\n/g, '  \n');
}

function markEscaped(mark: string): string {
  return mark.length === 1 ? `\\${mark}` : `${mark.slice(0, -1)}\\${mark.slice(-1)}`;
}

/** Blocks with an empty line between, but none between the items of a list. */
export function join(
  summary: Summary,
  write: (block: SummaryBlock) => string,
  tight: (block: SummaryBlock) => boolean,
): string {
  const parts = summary.map((block, index) => {
    const before = summary[index - 1];
    const gap = !before ? '' : tight(block) && tight(before) ? '\n' : '\n\n';
    return `${gap}${write(block)}`;
  });
  return `${parts.join('')}\n`;
}
