import { describe, expect, it } from 'vitest';
import { asQuery, filtersOf, NO_FILTERS, searchOf } from './filters';

const SOME = { ...NO_FILTERS, client: 'Harbour & Sons', category: 'pressure', decided: 'false', from: '2026-03-01' };

describe('filters', () => {
  it('come back from the address as they were', () => {
    expect(filtersOf(searchOf(SOME))).toEqual(SOME);
    expect(searchOf(NO_FILTERS)).toBe('');
  });

  it('leave out what cannot be', () => {
    expect(filtersOf('category=charm&decided=maybe&from=2026-02-31x&to=soon&outcome=yes')).toEqual(NO_FILTERS);
  });

  it('ask for whole days of the reader, the last one included', () => {
    const { from, to } = asQuery({ ...NO_FILTERS, from: '2026-03-28', to: '2026-03-29' });
    expect(new Date(String(from))).toEqual(new Date(2026, 2, 28));
    expect(new Date(String(to))).toEqual(new Date(2026, 2, 30));
  });

  it('ask for nothing that was not chosen', () => {
    expect(asQuery(NO_FILTERS)).toEqual({});
    expect(asQuery({ ...NO_FILTERS, decided: 'true', expert: 'u-1' })).toEqual({ decided: 'true', expert: 'u-1' });
  });
});
