import { z } from 'zod';

/** Where an order came from; also its sales channel (R5). */
export const channels = ['shopee', 'lazada', 'kiotviet', 'storefront', 'crm'] as const;
export const ChannelSchema = z.enum(channels);
export type Channel = z.infer<typeof ChannelSchema>;

/** The channels that have a connector, a webhook and queues of their own. */
export const connectedChannels = ['shopee', 'lazada', 'kiotviet'] as const satisfies readonly Channel[];
export const ConnectedChannelSchema = z.enum(connectedChannels);
export type ConnectedChannel = z.infer<typeof ConnectedChannelSchema>;

/** The channel's name as people write it. */
export const channelNames = {
  shopee: 'Shopee',
  lazada: 'Lazada',
  kiotviet: 'KiotViet',
  storefront: 'Storefront',
  crm: 'CRM',
} as const satisfies Record<Channel, string>;
