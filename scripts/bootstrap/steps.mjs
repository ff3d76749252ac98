/** A line a step, with its seconds. In a terminal the line stands there while the step runs. */
export function createSteps(out, now = () => performance.now()) {
  return async (title, work) => {
    const startedAt = now();
    const line = (mark) => `  ${mark} ${title}  ${((now() - startedAt) / 1000).toFixed(1)} s\n`;
    if (out.isTTY) out.write(`  … ${title}`);
    try {
      const result = await work();
      out.write(`${out.isTTY ? '\r' : ''}${line('✓')}`);
      return result;
    } catch (error) {
      out.write(`${out.isTTY ? '\r' : ''}${line('✗')}`);
      throw error;
    }
  };
}
