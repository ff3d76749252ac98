// `order.refetch` stands for an inbox row that was given up. Its first run only fails, with the row's reason, so that it can be seen
// in Bull Board; run again by a person's Retry it opens the row and wakes the lane. Run twice it opens a row that is open already.

import type { MarketplaceEvents } from 'shared/contracts/marketplace-events';
import type { PrismaClient } from 'shared/db/client';
import { AppError } from 'shared/errors/app-error';
import { reopenEvent } from 'shared/inbox/postpone-events';
import type { Handler } from 'shared/queue/worker';

type Deps = { database: PrismaClient; wake: (storeId: string) => Promise<void> };

export const createRefetchHandler =
  ({ database, wake }: Deps): Handler<MarketplaceEvents, 'order.refetch'> =>
  async ({ eventId, storeId, code, reason }, { startedTimes }) => {
    if (startedTimes === 1) throw new AppError({ code: 'EVENT_GIVEN_UP', note: `${code}: ${reason}` });
    const reopened = await reopenEvent(database, eventId);
    await wake(storeId);
    return { code, reopened };
  };
