import type { Summary, SummaryBlock } from './summary';
import { join } from './summary-markdown';

/** A summary as plain text, for a mail or a chat. */
export function summaryText(summary: Summary): string {
  return join(summary, written, ({ kind }) => kind === 'item' || kind === 'detail' || kind === 'fact');
}

function written(block: SummaryBlock): string {
  switch (block.kind) {
    case 'title':
      return block.text.toUpperCase();
    case 'heading':
      return `== ${block.text} ==`;
    case 'subheading':
      return `${block.text}:`;
    case 'fact':
      return `${block.label}: ${block.text}`;
    case 'item':
      return `- ${block.text}${block.note ? ` (${block.note})` : ''}`;
    case 'detail':
      return `  - ${block.label}: ${block.text.replace(/\n/g, '\n    ')}`;
    case 'text':
      return block.text;
    default:
      throw new Error(`unhandled ${block satisfies never}`);
  }
}
