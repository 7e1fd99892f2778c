import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useId } from 'react';
import { fitting } from './fitting';
import { look } from './look';

export type UseRow = { id: string; label: string; counts: readonly number[] | null };

const ROW = 46;
const KEY = 30;
const LOOKS = ['solid', 'striped', 'dotted', 'track'] as const;

/** A bar a question, of as many pieces as there are states; each state has a pattern of its own, named on top. */
export function UseBars({ rows, states, width, label, few }: UseBarsProps) {
  const id = useId();
  const fill = (at: number) => (at === 1 ? { fill: `url(#${id}s)` } : at === 2 ? { fill: `url(#${id}d)` } : {});
  const keyWidth = Math.max(120, width / states.length);
  const perLine = Math.max(1, Math.floor(width / keyWidth));
  const top = Math.ceil(states.length / perLine) * KEY;
  return (
    <svg role="img" aria-label={label} width={width} height={top + rows.length * ROW} className={look('chart')}>
      <defs>
        <pattern id={`${id}s`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={3} height={6} className={look('stripes')} />
        </pattern>
        <pattern id={`${id}d`} width={6} height={6} patternUnits="userSpaceOnUse">
          <circle cx={3} cy={3} r={1.6} className={look('dots')} />
        </pattern>
      </defs>
      {states.map((state, at) => (
        <Group key={state} left={(at % perLine) * keyWidth} top={Math.floor(at / perLine) * KEY}>
          <Bar x={0.5} y={2.5} width={15} height={15} className={look(LOOKS[at] ?? 'track')} {...fill(at)} />
          <text x={22} y={15} className={look('words')}>
            {fitting(state, keyWidth - 26)}
          </text>
        </Group>
      ))}
      {rows.map((row, at) => (
        <Group key={row.id} top={top + at * ROW}>
          <text y={16} className={look('words')}>
            {fitting(row.label, width)}
            <title>{row.label}</title>
          </text>
          {row.counts ? (
            <Pieces counts={row.counts} width={width} fill={fill} />
          ) : (
            <text y={35} className={look('soft')}>
              {few}
            </text>
          )}
        </Group>
      ))}
    </svg>
  );
}

function Pieces({
  counts,
  width,
  fill,
}: {
  counts: readonly number[];
  width: number;
  fill: (at: number) => { fill?: string };
}) {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const scale = scaleLinear({ domain: [0, Math.max(1, all)], range: [0, width - 1] });
  return counts.map((count, at) => {
    const before = counts.slice(0, at).reduce((sum, one) => sum + one, 0);
    return count === 0 ? null : (
      <Bar
        // biome-ignore lint/suspicious/noArrayIndexKey: a state keeps its place
        key={at}
        x={0.5 + scale(before)}
        y={22.5}
        width={scale(count)}
        height={15}
        className={look(LOOKS[at] ?? 'track')}
        {...fill(at)}
      />
    );
  });
}

export type UseBarsProps = {
  rows: readonly UseRow[];
  states: readonly string[];
  width: number;
  label: string;
  few: string;
};
