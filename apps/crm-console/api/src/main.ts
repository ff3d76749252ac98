import { runService } from 'shared/process/run-service';
import { composeConsole } from './compose.ts';
import { readEnv } from './env.ts';

await runService('crm-console', readEnv, composeConsole);
