import { existsSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { startTestServers } from './test-servers.ts';

const query = async (connectionString: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('the servers of a test run', () => {
  it('are a PostgreSQL 18 in UTF-8 and a Redis that evicts nothing', async () => {
    const [row] = await query(inject('databaseUrl'), "SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding");
    expect(row).toEqual({ version: 18, encoding: 'UTF8' });
    const redis = new Redis(inject('redisUrl'));
    expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    redis.disconnect();
  });

  it('leave no process and no file behind', async () => {
    const servers = await startTestServers({});
    const [row] = await query(servers.databaseUrl, "SELECT current_setting('data_directory') AS folder, pg_backend_pid() AS pid");
    const { folder } = row as { folder: string };
    await servers.stop();
    expect(existsSync(path.dirname(folder))).toBe(false);
    await expect(query(servers.databaseUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });
});
