import type { Endpoint } from './endpoint.ts';

const AUTHORISED_FOR_S = 365 * 24 * 3600;

/** `GET /api/v2/shop/get_shop_info`: fields at top level. */
export const shopInfo: Endpoint = {
  method: 'GET',
  path: '/api/v2/shop/get_shop_info',
  access: 'shop',
  handle: ({ shop }) => ({
    auth_time: shop.authorisedAt,
    expire_time: shop.authorisedAt + AUTHORISED_FOR_S,
    shop_name: shop.name,
    region: 'VN',
    status: shop.status,
    shop_fulfillment_flag: 'Others',
    is_cb: false,
    is_upgraded_cbsc: false,
    merchant_id: null,
    is_sip: false,
    sip_affi_shops: [],
    is_main_shop: false,
    is_direct_shop: false,
    linked_direct_shop_list: [],
    linked_main_shop_id: 0,
  }),
};
