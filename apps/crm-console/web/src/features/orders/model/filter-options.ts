import { channelNames, connectedChannels } from 'shared/domain/channel';
import { orderProblems, paymentLabels, paymentStatuses } from 'shared/domain/order-words';
import { statusTables } from 'shared/mapping/status/tables';
import type { Words } from '../../../i18n/use-words.ts';
import type { NamedStore } from './condition-words.ts';
import type { Channel } from './order.ts';
import type { OrderSearch } from './order-search.ts';

/** Filters whose values are chosen from a list. */
export const listFilters = ['channel', 'storeId', 'channelStatus', 'paymentStatus', 'problem'] as const;
export type ListFilter = (typeof listFilters)[number];

export type Option = { value: string; label: string };
type Reading = Words & { stores: readonly (NamedStore & { channel: Channel })[] };

/** What can be chosen; stores and marketplace words follow the chosen channels. */
export function optionsOf(filter: ListFilter, search: OrderSearch, { t, language, stores }: Reading): Option[] {
  const within = (channel: Channel): boolean => !search.channel || search.channel.includes(channel);
  switch (filter) {
    case 'channel': return connectedChannels.map((channel) => ({ value: channel, label: channelNames[channel] }));
    case 'storeId': return stores.filter(({ channel }) => within(channel)).map(({ id, name }) => ({ value: id, label: name }));
    case 'channelStatus': {
      const known = connectedChannels.filter(within).flatMap((channel) =>
        (statusTables[channel]?.orders ?? []).map((row) => ({ value: row.source, label: `${channelNames[channel]}: ${row[language]}` })),
      );
      // A chosen word that no table has can be seen here, and dropped.
      const others = search.channelStatus?.filter((word) => !known.some(({ value }) => value === word)) ?? [];
      return [...known, ...others.map((word) => ({ value: word, label: word }))];
    }
    case 'paymentStatus': return paymentStatuses.map((word) => ({ value: word, label: paymentLabels[word][language] }));
    case 'problem': return orderProblems.map((word) => ({ value: word, label: t(`problems.${word}`) }));
  }
}
