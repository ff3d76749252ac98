import { describe, expect, it } from 'vitest';
import { CODES_A_TAKE, CODES_OUT, decideTake, type LaneState, TAKES_BEFORE_ALONE, TAKES_BEFORE_GIVING_UP, URGENT_CODES_A_TAKE, WRITER_BACKLOG } from './decide-take.ts';
import { identityOf, type LaneEvent } from './lane-events.ts';
import type { MemoryEntry } from './lane-memory.ts';

const anEvent = (id: number, over: Partial<LaneEvent> = {}): LaneEvent => ({
  id: String(id), receivedAt: '2026-07-14T03:38:20.000Z', seen: 1, attempts: 0, staleReads: 0, urgent: true, origin: 'push', key: `code-${String(id)}`,
  expects: null, traceId: 't', ...over,
});
const events = (count: number, over: Partial<LaneEvent> = {}, from = 0): LaneEvent[] => Array.from({ length: count }, (_, index) => anEvent(from + index, over));
const remembered = (of: readonly LaneEvent[], entry: Partial<MemoryEntry> = {}): Map<string, MemoryEntry> =>
  new Map(of.map((event) => [identityOf(event), { jobId: '1', ageMs: 0, takes: 1, ...entry }]));
const lane = (over: Partial<LaneState> = {}): LaneState => ({ due: [], memory: new Map(), lost: new Set(), writerBacklog: 0, ...over });
const codesOf = (state: LaneState): string[] => {
  const take = decideTake(state);
  return take.kind === 'codes' ? [...new Set(take.events.map(({ key }) => key))] : [];
};

describe('decideTake', () => {
  it('is dry when nothing is due, or all of it is on its way', () => {
    const due = events(3);
    expect(decideTake(lane())).toEqual({ kind: 'dry' });
    expect(decideTake(lane({ due, memory: remembered(due) }))).toEqual({ kind: 'dry' });
  });

  it('takes every row of a code with it', () => {
    const due = [anEvent(1, { key: 'A' }), anEvent(2, { key: 'B' }), anEvent(3, { key: 'A' })];
    expect(decideTake(lane({ due }))).toMatchObject({ kind: 'codes', events: [{ id: '1' }, { id: '2' }, { id: '3' }] });
  });

  it('takes what people wait for first, and leaves a share to sweeps and imports', () => {
    const codes = codesOf(lane({ due: [...events(100), ...events(100, { urgent: false }, 1000)] }));
    expect(codes).toHaveLength(CODES_A_TAKE);
    expect(codes.filter((code) => Number(code.slice(5)) < 1000)).toHaveLength(URGENT_CODES_A_TAKE);
  });

  it('fills with either what the other leaves', () => {
    expect(codesOf(lane({ due: [...events(100), ...events(3, { urgent: false }, 1000)] }))).toHaveLength(CODES_A_TAKE);
    expect(codesOf(lane({ due: [...events(2), ...events(100, { urgent: false }, 1000)] }))).toHaveLength(CODES_A_TAKE);
  });

  it('holds while enough of the lane is on the way to the writer', () => {
    const out = events(CODES_OUT);
    expect(decideTake(lane({ due: [...out, anEvent(9999)], memory: remembered(out) }))).toEqual({ kind: 'hold' });
    expect(decideTake(lane({ due: [...out.slice(1), anEvent(9999)], memory: remembered(out.slice(1)) }))).toMatchObject({ kind: 'codes' });
  });

  it('lets a lane with nothing out take while the writer is full, and holds the one that filled it', () => {
    const [out, next] = [anEvent(1), anEvent(2)];
    expect(decideTake(lane({ due: [next], writerBacklog: WRITER_BACKLOG }))).toMatchObject({ kind: 'codes' });
    expect(decideTake(lane({ due: [out, next], memory: remembered([out]), writerBacklog: WRITER_BACKLOG }))).toEqual({ kind: 'writer-full' });
  });

  it('takes a row again that was told again, though the memory holds what it was', () => {
    const before = anEvent(1);
    expect(decideTake(lane({ due: [anEvent(1, { seen: 2 })], memory: remembered([before]) }))).toMatchObject({ kind: 'codes' });
  });

  it('takes a row whose job was lost again, alone after some times, and then gives it up', () => {
    const [suspect, other] = [anEvent(1), anEvent(2)];
    const takenTimes = (takes: number) => lane({ due: [suspect, other], memory: remembered([suspect], { takes }), lost: new Set([identityOf(suspect)]) });
    expect(codesOf(takenTimes(1))).toEqual(['code-1', 'code-2']);
    expect(codesOf(takenTimes(TAKES_BEFORE_ALONE))).toEqual(['code-1']);
    expect(decideTake(takenTimes(TAKES_BEFORE_GIVING_UP))).toEqual({ kind: 'give-up', events: [suspect] });
  });
});
