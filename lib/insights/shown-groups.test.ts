import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SMALLEST_GROUP } from './insights';
import { inBlocks, ofMonth, type Tally } from './shown-groups';

const of = (playbook: string, month: string, sessions: number): Tally => ({ playbook, month, sessions });
const ALL = { from: '2026-01', to: '2026-12', playbook: null };
const sizes = (rows: readonly Tally[]) => rows.reduce((sum, { sessions }) => sum + sessions, 0);

describe('groups of sessions', () => {
  it('are of 5 or more: months in a row stand together until they are', () => {
    const rows = [of('a', '2026-01', 3), of('a', '2026-02', 2), of('a', '2026-03', 5), of('a', '2026-04', 4)];
    expect(inBlocks(rows, ALL)).toEqual({ counted: rows.slice(0, 3), someLeftOut: true });
    expect(inBlocks(rows.slice(0, 3), ALL).someLeftOut).toBe(false);
  });

  it('are left out when a period cuts through them', () => {
    const rows = [of('a', '2026-01', 3), of('a', '2026-02', 2), of('a', '2026-03', 5)];
    expect(inBlocks(rows, { ...ALL, from: '2026-02' })).toEqual({ counted: rows.slice(2), someLeftOut: true });
    expect(inBlocks(rows, { ...ALL, to: '2026-01' })).toEqual({ counted: [], someLeftOut: true });
  });

  it('are those of one playbook and one year', () => {
    const rows = [of('a', '2025-12', 4), of('a', '2026-01', 4), of('b', '2026-01', 4)];
    expect(inBlocks(rows, { from: '2025-01', to: '2026-12', playbook: null }).counted).toEqual([]);
  });

  it('are no groups where there is nothing', () => {
    expect(inBlocks([of('a', '2026-01', 0)], ALL)).toEqual({ counted: [], someLeftOut: false });
  });

  it('of one month stand for a playbook of 5 or more, and for the small ones together', () => {
    const rows = [of('a', '2026-01', 6), of('b', '2026-01', 3), of('c', '2026-01', 2)];
    expect(ofMonth(rows, '2026-01', null)).toHaveLength(3);
    expect(ofMonth(rows, '2026-01', 'a')).toEqual([rows[0]]);
    expect(ofMonth(rows, '2026-01', 'b')).toBeNull();
    expect(ofMonth(rows.slice(0, 2), '2026-01', null)).toEqual([rows[0]]);
    expect(ofMonth(rows.slice(1, 2), '2026-01', null)).toBeNull();
    expect(ofMonth(rows, '2026-02', null)).toBeNull();
  });
});

const month = fc.constantFrom('2026-01', '2026-02', '2026-03', '2026-04', '2027-01', '2027-02');
const playbook = fc.constantFrom('a', 'b', 'c');
const someTallies = fc.uniqueArray(fc.record({ playbook, month, sessions: fc.nat(8) }), {
  selector: (one) => `${one.playbook} ${one.month}`,
});
const asked = fc.record({ from: month, to: month, playbook: fc.option(playbook) });

describe('two answers', () => {
  it('never differ by a group of fewer than 5 sessions, whatever was asked', () => {
    fc.assert(
      fc.property(someTallies, asked, asked, (rows, one, other) => {
        const [first, second] = [inBlocks(rows, one).counted, inBlocks(rows, other).counted];
        const only = (these: Tally[], those: Tally[]) => sizes(these.filter((row) => !those.includes(row)));
        for (const size of [
          only(first, second),
          only(second, first),
          sizes(first.filter((row) => second.includes(row))),
        ])
          expect(size === 0 || size >= SMALLEST_GROUP).toBe(true);
      }),
    );
  });

  it('on one month never do so either', () => {
    fc.assert(
      fc.property(someTallies, month, fc.option(playbook), (rows, one, narrowed) => {
        const whole = (ofMonth(rows, one, null) ?? []).filter(({ sessions }) => sessions > 0);
        const part = ofMonth(rows, one, narrowed) ?? [];
        expect(part.every((row) => whole.includes(row))).toBe(true);
        const rest = sizes(whole) - sizes(part);
        expect(rest === 0 || rest >= SMALLEST_GROUP).toBe(true);
      }),
    );
  });
});
