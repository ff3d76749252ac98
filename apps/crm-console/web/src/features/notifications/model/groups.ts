import type { components } from '../../../lib/api-types.generated.ts';

export type Notice = components['schemas']['Notification'];

/** What has a remedy waits for a person; the rest heals itself. */
export const isForPerson = ({ remedy, resolvedAt }: Pick<Notice, 'remedy' | 'resolvedAt'>): boolean => remedy !== '' && resolvedAt === null;
