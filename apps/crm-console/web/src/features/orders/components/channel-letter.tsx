import { channelNames } from 'shared/domain/channel';
import styles from './channel-letter.module.css';
import type { Channel } from '../model/order.ts';

const letters = { shopee: 'S', lazada: 'L', kiotviet: 'K', storefront: 'H', crm: 'C' } as const satisfies Record<Channel, string>;

/** The channel by a letter, no logos. */
export function ChannelLetter({ channel, large = false }: { channel: Channel; large?: boolean }) {
  return (
    <span className={styles['letter']} data-channel={channel} data-large={large || undefined} role="img" aria-label={channelNames[channel]} title={channelNames[channel]}>
      {letters[channel]}
    </span>
  );
}
