import { runService } from 'shared/process/run-service';
import { createCrmWriter } from './compose.ts';
import { readEnv } from './env.ts';

await runService('crm-writer', readEnv, createCrmWriter);
