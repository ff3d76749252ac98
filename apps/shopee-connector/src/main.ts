import { runService } from 'shared/process/run-service';
import { createShopeeConnector } from './compose.ts';
import { readEnv } from './env.ts';

await runService('shopee-connector', readEnv, createShopeeConnector);
