import { describe, expect, it } from 'vitest';
import { closingLine, countsOf } from './vitest-report';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

describe('the closing line of a test run', () => {
  it('adds up what passed, failed and was skipped', () => {
    const testResults = [file('passed', 'passed', 'passed', 'pending'), file('failed', 'failed', 'passed')];
    const counts = countsOf({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults });
    expect(closingLine(counts)).toBe('3 passed, 1 failed, 2 skipped');
  });

  it('leaves out skipped when nothing was', () => {
    expect(closingLine({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
  });

  it('counts a file that broke before its tests ran', () => {
    const report = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [file('failed')] };
    expect(countsOf(report).failed).toBe(1);
  });
});
