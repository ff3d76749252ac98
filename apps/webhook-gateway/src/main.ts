import { runService } from 'shared/process/run-service';
import { createWebhookGateway } from './compose.ts';
import { readEnv } from './env.ts';

await runService('webhook-gateway', readEnv, createWebhookGateway);
