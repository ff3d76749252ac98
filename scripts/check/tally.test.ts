import { describe, expect, it } from 'vitest';
import { addTallies, ofExit, ofTurbo, ofVitest } from './tally.ts';

const vitestReport = (passed: number, total: number, testResults: object[] = []): string =>
  JSON.stringify({ numPassedTests: passed, numTotalTests: total, testResults });

describe('the tally of a check', () => {
  it('counts a tool without tests of its own as one', () => {
    expect(ofExit({ code: 0, output: '' })).toEqual({ passed: 1, failed: 0 });
    expect(ofExit({ code: 2, output: '' })).toEqual({ passed: 0, failed: 1 });
  });

  it('counts each package of turbo, with those that were not started', () => {
    expect(ofTurbo({ code: 1, output: ' Tasks:    7 successful, 10 total\n' })).toEqual({ passed: 7, failed: 3 });
    expect(ofTurbo({ code: 0, output: ' Tasks:    10 successful, 10 total\n' })).toEqual({ passed: 10, failed: 0 });
  });

  it('counts a turbo that says nothing by its exit code', () => {
    expect(ofTurbo({ code: 1, output: 'no such task' })).toEqual({ passed: 0, failed: 1 });
  });

  it('counts skipped tests as failed', () => {
    expect(ofVitest(0, vitestReport(8, 10))).toEqual({ passed: 8, failed: 2 });
  });

  it('counts a test file that could not be loaded', () => {
    expect(ofVitest(1, vitestReport(8, 8, [{ status: 'failed', assertionResults: [] }]))).toEqual({ passed: 8, failed: 1 });
  });

  it('counts an error outside of every test', () => {
    expect(ofVitest(1, vitestReport(8, 8))).toEqual({ passed: 8, failed: 1 });
  });

  it('adds up over all kinds', () => {
    expect(addTallies([{ passed: 1, failed: 2 }, { passed: 3, failed: 0 }])).toEqual({ passed: 4, failed: 2 });
  });
});
