import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../testing/words.ts';
import { conditionValue } from './condition-words.ts';
import { optionsOf } from './filter-options.ts';

const reading = async () => ({ ...(await wordsFor('vi')), stores: [], now: 0 });

describe('the filter of marketplace words', () => {
  it('lists the words of the tables, and chosen ones that no table has', async () => {
    const options = optionsOf('channelStatus', { channelStatus: ['SHIPPED', 'brand_new'] }, await reading());
    expect(options.filter(({ value }) => value === 'SHIPPED')).toHaveLength(1);
    expect(options.at(-1)).toEqual({ value: 'brand_new', label: 'brand_new' });
    expect(optionsOf('channelStatus', { channel: ['lazada'], channelStatus: ['brand_new'] }, await reading())).toEqual([{ value: 'brand_new', label: 'brand_new' }]);
  });

  it('names a word by the chosen channels’ tables, or by all of them', async () => {
    const named = async (search: Parameters<typeof conditionValue>[1]) => conditionValue('channelStatus', search, await reading());
    expect(await named({ channelStatus: ['READY_TO_SHIP'] })).toBe('Sẵn sàng giao');
    expect(await named({ channel: ['lazada', 'shopee'], channelStatus: ['READY_TO_SHIP'] })).toBe('Sẵn sàng giao');
    expect(await named({ channel: ['lazada'], channelStatus: ['READY_TO_SHIP'] })).toBe('READY_TO_SHIP');
    expect(await named({ channelStatus: ['brand_new'] })).toBe('brand_new');
  });
});
