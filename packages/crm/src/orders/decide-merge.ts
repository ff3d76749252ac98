import { compareVersions, type Version } from 'shared/domain/version';
import { type FactMap, isMasked, isPersonal } from './facts.ts';
import type { Merged, OrderRecord } from './order-record.ts';

export type Told = { version: Version; channelStatus: string; facts: FactMap };

/**
 * Joins one snapshot into what is known: of each fact the newest telling stays (R2). Joining is commutative, associative and
 * idempotent, so any order of arrival, any repetition and any cut into batches end in the same record.
 */
export function decideMerge(record: OrderRecord, told: Told): Merged {
  const isNewHead = record.head === null || compareVersions(told.version, record.head) > 0;
  const head = isNewHead ? told.version : record.head;
  const merged: OrderRecord = {
    head,
    channelStatus: isNewHead ? told.channelStatus : record.channelStatus,
    facts: { ...record.facts },
    olderFacts: {},
  };
  let changed = isNewHead;
  for (const name of new Set([...Object.keys(record.facts), ...Object.keys(told.facts)])) {
    const before = tellingOf(record, name);
    const now = name in told.facts ? { value: valueOf(told.facts, name), version: told.version } : null;
    const winner = newerTelling(name, before, now);
    if (winner === now && winner !== null) Object.assign(merged.facts, { [name]: winner.value });
    if (winner !== before) changed = true;
    if (winner && head && compareVersions(winner.version, head) !== 0) merged.olderFacts[name] = winner.version;
  }
  return { record: merged, changed };
}

type Telling = { value: unknown; version: Version };

function tellingOf(record: OrderRecord, name: string): Telling | null {
  const version = record.olderFacts[name] ?? record.head;
  return version && name in record.facts ? { value: valueOf(record.facts, name), version } : null;
}

function newerTelling(name: string, a: Telling | null, b: Telling | null): Telling | null {
  if (!a || !b) return a ?? b;
  if (isPersonal(name) && isMasked(a.value) !== isMasked(b.value)) return isMasked(a.value) ? b : a;
  return compareVersions(b.version, a.version) > 0 ? b : a;
}

const valueOf = (facts: FactMap, name: string): unknown => new Map<string, unknown>(Object.entries(facts)).get(name);
