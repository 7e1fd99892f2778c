import type { Summary, SummaryBlock } from './summary';

/** A summary as CommonMark. What people typed is escaped, so that it stays text wherever it is pasted. */
export function summaryMarkdown(summary: Summary): string {
  return join(summary, written, (block) => block.kind === 'item' || block.kind === 'detail');
}

function written(block: SummaryBlock): string {
  switch (block.kind) {
    case 'title':
      return `# ${escaped(inOneLine(block.text))}`;
    case 'heading':
      return `## ${escaped(inOneLine(block.text))}`;
    case 'subheading':
      return `### ${escaped(inOneLine(block.text))}`;
    case 'fact':
      return `**${escaped(block.label)}:** ${escaped(block.text)}`;
    case 'item':
      return `- ${inItem(block.text)}${block.note ? ` (${inItem(block.note)})` : ''}`;
    case 'detail':
      return `  - **${escaped(block.label)}:** ${inItem(block.text, '    ')}`;
    case 'text':
      return escaped(block.text);
    default:
      throw new Error(`unhandled ${block satisfies never}`);
  }
}

/**
 * Backslashes before what Markdown would read as markup. Line breaks stay line breaks, and an indent, which would make a
 * block of code, stays to be seen as spaces that do not break. Which characters: CommonMark 0.31, and `|` and `~` of GitHub's.
 */
export function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^[ \t]+/gm, (indent) => indent.replace(/\t/g, '    ').replace(/ /g, '\u00a0'))
    .replace(/^(\u00a0*)(?:([-+=])(?=\s|$|[-=])|(\d+)([.)])(?=\s|$))/gm, '$1$3\\$2$4')
    .replace(/\n/g, '  \n');
}

/** Lines after the first stand under it, so that they stay in their item. */
function inItem(text: string, indent = '  '): string {
  return escaped(text).replace(/\n/g, `\n${indent}`);
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
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
