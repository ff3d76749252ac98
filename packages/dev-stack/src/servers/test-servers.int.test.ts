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
  it('answer to every test', async () => {
    expect(await query(inject('databaseUrl'), 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    const redis = new Redis(inject('redisUrl'));
    expect(await redis.ping()).toBe('PONG');
    redis.disconnect();
  });

  it('are a PostgreSQL 18 in UTF-8 and a Redis that evicts nothing, and leave no process and no file behind', async () => {
    const servers = await startTestServers({});
    const [row] = await query(
      servers.databaseUrl,
      `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding,
              current_setting('data_directory') AS folder`,
    );
    const { folder, ...kind } = row as { folder: string };
    expect(kind).toEqual({ version: 18, encoding: 'UTF8' });
    const redis = new Redis(servers.redisUrl);
    expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    redis.disconnect();
    await servers.stop();
    expect(existsSync(path.dirname(folder))).toBe(false);
    await expect(query(servers.databaseUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });
});
