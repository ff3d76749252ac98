import type { DrainReport } from 'connector-kit/lanes/drain-lane';
import { createRefetchHandler } from 'connector-kit/jobs/refetch';
import type { marketplaceEvents } from 'shared/contracts/marketplace-events';
import type { PrismaClient } from 'shared/db/client';
import type { Handlers } from 'shared/queue/worker';

type Deps = { database: PrismaClient; drainLane: (storeId: string) => Promise<DrainReport>; wake: (storeId: string) => Promise<void> };

export const createHandlers = ({ database, drainLane, wake }: Deps): Handlers<typeof marketplaceEvents.shopee> => ({
  drain: ({ storeId }) => drainLane(storeId),
  'order.refetch': createRefetchHandler({ database, wake }),
});
