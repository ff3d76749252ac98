/** The only file of this package that reads `process.env`. */
export const searchPath = (): string => process.env['PATH'] ?? '';

/** Servers for tests that somebody brings along; a blank value counts as absent. */
export const givenTestServers = (): { databaseUrl: string | undefined; redisUrl: string | undefined } => ({
  databaseUrl: process.env['DATABASE_URL'] || undefined,
  redisUrl: process.env['REDIS_URL'] || undefined,
});
