/** Names under which a secret or a person may stand; their values never reach a log, at the top or one or two levels down. */
const secretNames = [
  'accessToken', 'access_token', 'refreshToken', 'refresh_token', 'authorization', 'Authorization', 'cookie', 'password',
  'sign', 'partnerKey', 'secret', 'clientSecret', 'sealed', 'buyer', 'recipient', 'recipient_address', 'name', 'phone',
  'address', 'email', 'body', 'payload',
] as const;

export const redactedPaths: string[] = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
