import { useQuery } from '@tanstack/react-query';
import { openNoticesQuery } from '../../features/notifications/api/list-notifications.ts';
import { isForPerson } from '../../features/notifications/model/groups.ts';
import { useWords } from '../../i18n/use-words.ts';

/** How many causes wait for a person; what heals itself is not counted. */
export function useOpenNotices(): number {
  const { language } = useWords();
  const { data } = useQuery({ ...openNoticesQuery(language), refetchInterval: 60_000 });
  return data?.items.filter(isForPerson).length ?? 0;
}
