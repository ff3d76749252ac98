import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/app-error.ts';
import { createLogger } from './logger.ts';

function logged(error: unknown): unknown {
  const lines: string[] = [];
  createLogger('test', 'info', { write: (line) => void lines.push(line) }).error({ err: error }, 'it.failed');
  return JSON.parse(lines.join(''));
}

describe('an error in the log', () => {
  it('has its kind, message, stack, code and causes, and nothing else that somebody hung on it', () => {
    const refused = Object.assign(new TypeError('READONLY'), { command: { name: 'evalsha', args: ['Nguyễn Thị Thử, 12 Ngõ Nhỏ'] }, code: 'READONLY' });
    const line = logged(new AppError({ code: 'QUEUE_UNAVAILABLE', details: { secret: 'x' }, cause: refused }));
    expect(line).toMatchObject({
      msg: 'it.failed',
      err: { type: 'AppError', code: 'QUEUE_UNAVAILABLE', stack: expect.stringContaining('logger.test'), cause: { type: 'TypeError', message: 'READONLY', code: 'READONLY' } },
    });
    expect(JSON.stringify(line)).not.toMatch(/Nguyễn|command|details/);
  });

  it('is told also where what was thrown is no error, or is its own cause', () => {
    expect(logged('Nguyễn Thị Thử')).toMatchObject({ err: 'not an error: string' });
    const snake = new Error('tail');
    snake.cause = snake;
    expect(JSON.stringify(logged(snake)).match(/"tail"/g)).toHaveLength(6);
  });
});
