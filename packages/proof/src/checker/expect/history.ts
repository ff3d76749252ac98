import type { CrmHistory } from '../crm-rows.ts';
import { differing, type Finding } from '../difference.ts';
import type { LedgerEntry, LedgerMove } from '../ledger.ts';
import { instant } from './values.ts';
import { expectedWords } from './words.ts';

/**
 * The history of an order. Several moves may be folded into one fetch, so not every move has a row; but every row must tell of
 * a move that there was, once, in the CRM's right words, and the move that the order stands at must be among them.
 */
export function compareHistory(entry: LedgerEntry, history: readonly CrmHistory[]): Finding[] {
  const placed = history.filter(({ kind }) => kind === 'placed').map(({ at }) => at).join(', ');
  const told = history.filter(({ kind }) => kind === 'channel_status');
  const moves = new Map(entry.moves.map((move) => [instant(move.updateTime), move.status] as const).map(([at, status]) => [`${status} ${at}`, status]));
  const last = `${entry.status} ${instant(entry.updateTime)}`;
  return [
    ...differing('history placed', instant(entry.order.create_time), placed),
    ...repeated(told),
    ...told.flatMap((row) => (moves.has(nameOf(row)) ? compareRowWords(row, entry.moves) : [{ field: 'history', expected: null, actual: nameOf(row) }])),
    ...(told.some((row) => nameOf(row) === last) ? [] : [{ field: 'history', expected: last, actual: null }]),
  ];
}

const nameOf = ({ at, data }: CrmHistory): string => `${data.channelStatus} ${at}`;

function repeated(told: readonly CrmHistory[]): Finding[] {
  const seen = Map.groupBy(told, (row) => [row.at, row.data.channelStatus, row.data.fulfilmentStatus, row.data.state, row.data.paymentStatus].join(' '));
  return [...seen.values()].flatMap(([row, ...others]) => (row && others.length > 0 ? [{ field: 'history', expected: `${nameOf(row)} once`, actual: `${others.length + 1} times` }] : []));
}

/** Two moves may have the same second and word, and differ in their package: one of them it must be. */
function compareRowWords(row: CrmHistory, moves: readonly LedgerMove[]): Finding[] {
  const possible = moves
    .filter((move) => `${move.status} ${instant(move.updateTime)}` === nameOf(row))
    .map((move) => expectedWords(move.status, move.logistics === '' ? [] : [move.logistics]))
    .map((words) => `${words?.fulfilment ?? null} ${words?.state ?? null}`);
  const actual = `${row.data.fulfilmentStatus ?? null} ${row.data.state ?? null}`;
  return possible.includes(actual) ? [] : [{ field: `history ${nameOf(row)}`, expected: [...new Set(possible)].join(' or '), actual }];
}
