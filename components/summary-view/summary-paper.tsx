import type { ReactNode } from 'react';
import type { Summary, SummaryBlock } from '@/lib/session/summary';
import styles from './summary-paper.module.css';

type Listed = Extract<SummaryBlock, { kind: 'item' | 'detail' }>;

/** A summary as it is copied, to read and to print; its title is the page's. */
export function SummaryPaper({ summary }: { summary: Summary }) {
  const parts: ReactNode[] = [];
  let list: Listed[] = [];
  for (const [at, block] of [...summary, null].entries()) {
    if (block?.kind === 'item' || block?.kind === 'detail') {
      list.push(block);
      continue;
    }
    if (list.length > 0) parts.push(<List key={`list-${at}`} blocks={list} />);
    list = [];
    if (block) parts.push(<Block key={at} block={block} />);
  }
  return <div className={styles.paper}>{parts}</div>;
}

function Block({ block }: { block: Exclude<SummaryBlock, Listed> }) {
  switch (block.kind) {
    case 'title':
      return null;
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'subheading':
      return <h3>{block.text}</h3>;
    case 'fact':
      return <Labelled {...block} />;
    case 'text':
      return <p>{block.text}</p>;
    default:
      throw new Error(`unhandled ${block satisfies never}`);
  }
}

function List({ blocks }: { blocks: readonly Listed[] }) {
  const starts = blocks.flatMap(({ kind }, at) => (kind === 'item' ? at : []));
  return (
    <ul>
      {starts.map((start, at) => {
        const [item, ...details] = blocks.slice(start, starts[at + 1]);
        return (
          <li key={start}>
            {item?.text}
            {item?.kind === 'item' && item.note ? <span className={styles.soft}> ({item.note})</span> : null}
            {details.map((one) => (one.kind === 'detail' ? <Labelled key={one.label} {...one} /> : null))}
          </li>
        );
      })}
    </ul>
  );
}

function Labelled({ label, text }: { label: string; text: string }) {
  return (
    <p>
      <b className={styles.soft}>{label}:</b> {text}
    </p>
  );
}
