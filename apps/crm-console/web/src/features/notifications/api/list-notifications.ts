import { queryOptions } from '@tanstack/react-query';
import type { Language } from '../../../i18n/language.ts';
import { api } from '../../../lib/api-client.ts';
import { unwrap } from '../../../lib/api-error.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

const LIMIT = 200;

const listQuery = (language: Language, resolved: 'true' | 'false') =>
  queryOptions({
    queryKey: queryKeys.notifications({ language, resolved }),
    queryFn: async ({ signal }) => unwrap(await api.GET('/api/notifications', { params: { query: { lang: language, resolved, limit: LIMIT } }, signal })),
  });

export const openNoticesQuery = (language: Language) => listQuery(language, 'false');
export const healedNoticesQuery = (language: Language) => listQuery(language, 'true');
