import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { fitting } from './fitting';
import { look } from './look';

/** Null where there were too few sessions; `few` is then said in its place. */
export type BarRow = { label: string; counted: { part: number; of: number } | null };

const ROW = 46;
const VALUE = 76;

/** A bar a row: how much of the whole is filled. Its words and numbers stand with it. */
export function PartBars({ rows, width, label, said, few }: BarsProps) {
  const scale = scaleLinear({ domain: [0, 1], range: [0, Math.max(40, width - VALUE)] });
  const whole = scale(1);
  return (
    <svg role="img" aria-label={label} width={width} height={rows.length * ROW} className={look('chart')}>
      {rows.map(({ label: name, counted }, at) => (
        <Group key={name} top={at * ROW}>
          <text y={16} className={look('words')}>
            {fitting(name, width)}
            <title>{name}</title>
          </text>
          {counted ? (
            <>
              <Bar x={0.5} y={22.5} width={whole - 1} height={15} className={look('track')} />
              <Bar
                y={22}
                width={scale(counted.of ? counted.part / counted.of : 0)}
                height={16}
                className={look('solid')}
              />
              <text x={whole + 8} y={35} className={look('words')}>
                {said(counted)}
              </text>
            </>
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

export type BarsProps = {
  rows: readonly BarRow[];
  width: number;
  label: string;
  said: (counted: { part: number; of: number }) => string;
  few: string;
};
