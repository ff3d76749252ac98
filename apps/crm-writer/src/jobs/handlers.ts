import { applyUnavailable } from 'crm/orders/apply-unavailable';
import type { CrmWrites } from 'shared/contracts/crm-writes';
import type { PrismaClient } from 'shared/db/client';
import type { OrderSnapshot } from 'shared/domain/order-snapshot';
import type { Handlers } from 'shared/queue/worker';
import { type RetryDeps, retryWhilePassing } from '../batch/retry-while-passing.ts';
import type { WriteBatcher } from '../batch/write-batcher.ts';

export type HandlerDeps = RetryDeps & { database: PrismaClient; batcher: WriteBatcher<OrderSnapshot> };

/** Everything that may be written to the CRM, job by job. */
export const createHandlers = ({ database, batcher, ...retry }: HandlerDeps): Handlers<CrmWrites> => ({
  'orders.snapshot': async ({ snapshots }) => {
    await batcher.write(snapshots);
    return { codes: snapshots.map(({ code }) => code) };
  },
  'order.unavailable': async (unavailable) => {
    const { storeId, code, reason } = unavailable;
    await retryWhilePassing(() => database.$transaction((tx) => applyUnavailable(tx, unavailable)), retry, { storeId, code });
    return { code, reason };
  },
});
