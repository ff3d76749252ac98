import type { Order, PushRecord } from '../world/types.ts';

/** Which pushes a move causes: 3 for the status, 4 when the tracking number appears, 30 for the package. */
export function pushesOfMove(order: Order, at: number): PushRecord['code'][] {
  const move = order.moves[at];
  if (!move) return [];
  const before = order.moves[at - 1];
  const codes: PushRecord['code'][] = [];
  if (move.status !== before?.status) codes.push(3);
  if (move.status === 'PROCESSED' && !order.moves.slice(0, at).some(({ status }) => status === 'PROCESSED')) codes.push(4);
  if (move.logistics !== '' && move.logistics !== (before?.logistics ?? '')) codes.push(30);
  return codes;
}
