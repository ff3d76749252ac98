import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments.ts';

describe('the arguments of the stack', () => {
  it('may be left out', () => {
    expect(parseArguments([])).toEqual({ play: undefined, exit: false, fresh: false });
  });

  it('take a number of orders to play', () => {
    expect(parseArguments(['--play', '200', '--exit', '--fresh'])).toEqual({ play: 200, exit: true, fresh: true });
    expect(parseArguments(['--play=5'])).toMatchObject({ play: 5 });
  });

  it.each([[['--play', 'many']], [['--play', '0']], [['--play', '1.5']], [['--play']], [['--quick']], [['now']]])('refuse %j', (args) => {
    expect(() => parseArguments(args)).toThrow();
  });

  it('name what they do not know', () => {
    expect(() => parseArguments(['--quick'])).toThrow('--quick');
  });
});
