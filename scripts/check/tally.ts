/** How many tests of one kind went well; a check that has no tests of its own (lint) counts as one. */
export type Tally = { passed: number; failed: number };
export type ToolResult = { code: number; output: string };

export const ofExit = ({ code }: ToolResult): Tally => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Each task of turbo (one package) is one test; one that was not started because another failed counts as failed. */
export function ofTurbo({ code, output }: ToolResult): Tally {
  const [, successful, total] = /Tasks:\s+(\d+) successful, (\d+) total/.exec(output) ?? [];
  if (!successful || !total) return ofExit({ code, output });
  const passed = Number(successful);
  return { passed, failed: Math.max(Number(total) - passed, code === 0 ? 0 : 1) };
}

type VitestReport = {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** Skipped counts as failed: a test that does not run holds nothing. So does a file that could not be loaded. */
export function ofVitest(code: number, json: string): Tally {
  const report = JSON.parse(json) as VitestReport;
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  const failed = report.numTotalTests - report.numPassedTests + broken;
  return { passed: report.numPassedTests, failed: Math.max(failed, code === 0 ? 0 : 1) };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  };
}
