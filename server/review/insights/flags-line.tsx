import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear, scalePoint } from '@visx/scale';
import { Area, LinePath } from '@visx/shape';
import type { Point } from '@/lib/insights/u-chart';
import { look } from './look';

export type MonthPoint = { month: string; point: Point | null };

const HEIGHT = 280;
const EDGE = { top: 12, right: 16, bottom: 34, left: 46 };

/** The rate of each month on its band of normal variation. A point outside the band is a square, inside a dot. */
export function FlagsLine({ months, mean, width, label }: FlagsLineProps) {
  const across = Math.max(120, width - EDGE.left - EDGE.right);
  const down = HEIGHT - EDGE.top - EDGE.bottom;
  const x = scalePoint({ domain: months.map(({ month }) => month), range: [0, across], padding: 0.5 });
  const top = Math.max(1, ...months.map(({ point }) => Math.max(point?.rate ?? 0, point?.high ?? 0)));
  const y = scaleLinear({ domain: [0, top], range: [down, 0], nice: true });
  const at = ({ month }: MonthPoint) => x(month) ?? 0;
  const of = (name: keyof Point) => (one: MonthPoint) => y(one.point?.[name] ?? 0);
  const isShown = ({ point }: MonthPoint) => point !== null;
  const every = Math.ceil((months.length * 62) / across);
  const lines = { stroke: 'currentColor', tickStroke: 'currentColor' };
  const words = () => ({ className: look('soft') });
  return (
    <svg role="img" aria-label={label} width={width} height={HEIGHT} className={look('chart')}>
      <Group left={EDGE.left} top={EDGE.top}>
        <Area data={[...months]} x={at} y0={of('low')} y1={of('high')} defined={isShown} className={look('band')} />
        <LinePath data={[...months]} x={at} y={of('low')} defined={isShown} className={look('edge')} />
        <LinePath data={[...months]} x={at} y={of('high')} defined={isShown} className={look('edge')} />
        {mean === null ? null : <line x1={0} x2={across} y1={y(mean)} y2={y(mean)} className={look('mean')} />}
        <LinePath data={[...months]} x={at} y={of('rate')} defined={isShown} className={look('line')} />
        {months.map((one) => (
          <Mark key={one.month} point={one.point} x={at(one)} y={of('rate')(one)} />
        ))}
        <AxisLeft
          scale={y}
          numTicks={5}
          {...lines}
          tickLabelProps={() => ({ ...words(), textAnchor: 'end', dx: -4, dy: 4 })}
        />
        <AxisBottom
          scale={x}
          top={down}
          {...lines}
          tickValues={months.filter((_, n) => n % every === 0).map(({ month }) => month)}
          tickLabelProps={() => ({ ...words(), textAnchor: 'middle', dy: 4 })}
        />
      </Group>
    </svg>
  );
}

function Mark({ point, x, y }: { point: Point | null; x: number; y: number }) {
  if (!point) return null;
  const isOutside = point.rate < point.low || point.rate > point.high;
  return isOutside ? (
    <rect x={x - 5} y={y - 5} width={10} height={10} className={look('outside')} />
  ) : (
    <circle cx={x} cy={y} r={4} className={look('dot')} />
  );
}

export type FlagsLineProps = { months: readonly MonthPoint[]; mean: number | null; width: number; label: string };
