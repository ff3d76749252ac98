/** Runs a step of the start and says so. */
export type Step = <T>(title: string, work: () => Promise<T>) => Promise<T>;

type Out = { write(text: string): unknown; isTTY?: boolean };

/** A line a step, with its seconds. In a terminal the line stands there while the step runs. */
export function createSteps(out: Out): Step {
  return async (title, work) => {
    const startedAt = performance.now();
    if (out.isTTY) out.write(`  … ${title}`);
    const end = (mark: string): unknown => out.write(`${out.isTTY ? '\r' : ''}  ${mark} ${title}  ${((performance.now() - startedAt) / 1_000).toFixed(1)} s\n`);
    try {
      const result = await work();
      end('✓');
      return result;
    } catch (error) {
      end('✗');
      throw error;
    }
  };
}

export const silently: Step = (_title, work) => work();
