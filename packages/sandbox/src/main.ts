import { runService } from 'shared/process/run-service';
import { createSandbox } from './compose.ts';
import { readEnv } from './env.ts';

await runService('sandbox', readEnv, createSandbox);
