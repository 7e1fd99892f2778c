import type { Caps } from '../connector';
import type { Block } from './template';

/** Written in the vendor's form. `shortened` when not all of it had room; the last line says so and links to the rest. */
export type Rendered = { body: string; shortened: boolean };

const WRITERS: Record<Caps['body'], { block(block: Block): string; between: string }> = {
  html: { block: html, between: '' },
  markdown: { block: markdown, between: '\n\n' },
  text: { block: text, between: '\n' },
};

/** Blocks as the vendor keeps them, within `maxBody` characters. The link to the session always has its place. */
export function renderBody(blocks: readonly Block[], url: string, { body: form, maxBody }: Caps): Rendered {
  const { block: write, between } = WRITERS[form];
  const linked = blocks.some((block) => block.kind === 'link') ? blocks : [...blocks, { kind: 'link', url } as const];
  const whole = linked.map(write).join(between);
  if (whole.length <= maxBody) return { body: whole, shortened: false };
  const rest = [{ kind: 'text', text: 'Shortened here. All of it:' } as const, { kind: 'link', url } as const];
  const end = rest.map(write).join(between);
  return {
    body:
      startOf(
        linked.filter(({ kind }) => kind !== 'link'),
        write,
        between,
        maxBody - end.length,
      ) + end,
    shortened: true,
  };
}

/** As many blocks as have room, the last one cut between characters. */
function startOf(blocks: readonly Block[], write: (block: Block) => string, between: string, room: number): string {
  let start = '';
  for (const block of blocks) {
    const next = start + write(block) + between;
    if (next.length > room) return start + lastPiece(block, write, between, room - start.length);
    start = next;
  }
  return start;
}

function lastPiece(block: Block, write: (block: Block) => string, between: string, room: number): string {
  if (block.kind === 'link' || block.kind === 'heading') return '';
  const characters = Array.from(block.text);
  let [low, high] = [0, characters.length];
  const piece = (length: number) => write({ ...block, text: `${characters.slice(0, length).join('')}…` }) + between;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (piece(middle).length <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : piece(low);
}

/** A title within so many characters. */
export function shortTitle(title: string, max: number): string {
  const characters = Array.from(title.replace(/\s+/g, ' ').trim());
  return characters.length <= max ? characters.join('') : `${characters.slice(0, max - 1).join('')}…`;
}

function html(block: Block): string {
  if (block.kind === 'link') return `<p><a href="${escapeHtml(block.url)}">${escapeHtml(block.url)}</a></p>`;
  const inner = escapeHtml(block.text).replaceAll('\n', '<br>');
  if (block.kind === 'heading') return `<p><strong>${inner}</strong></p>`;
  return block.kind === 'bullet' ? `<ul><li>${inner}</li></ul>` : `<p>${inner}</p>`;
}

function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function markdown(block: Block): string {
  if (block.kind === 'link') return `<${block.url}>`;
  const inner = escapeMarkdown(block.text);
  if (block.kind === 'heading') return `${'#'.repeat(block.level + 1)} ${inner.replaceAll('\n', ' ')}`;
  return block.kind === 'bullet' ? `- ${inner.replaceAll('\n', '\n  ')}` : inner;
}

/** What people typed stays what they typed: no markup, no HTML, no link of its own. */
function escapeMarkdown(words: string): string {
  return words
    .replace(/[\\`*_{}[\]()#+!|<>~&]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)(-|\d+\.|=)/gm, (_, space: string, mark: string) => `${space}\\${mark}`);
}

function text(block: Block): string {
  if (block.kind === 'link') return block.url;
  if (block.kind === 'heading') return `\n${block.text.toUpperCase()}`;
  return block.kind === 'bullet' ? `- ${block.text}` : block.text;
}
