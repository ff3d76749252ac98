/** An error in Shopee's shape. Most come with HTTP 200; those about signing and tokens with 403 or 400. */
export class ShopeeError extends Error {
  readonly error: string;
  readonly http: number;

  constructor(error: string, message: string, http = 200) {
    super(message);
    this.error = error;
    this.http = http;
  }
}

export const errors = {
  param: (detail: string) => new ShopeeError('error_param', `Wrong parameters, detail: ${detail}.`),
  partnerId: () => new ShopeeError('error_param', 'Invalid partner_id.', 400),
  timestampInvalid: () => new ShopeeError('error_param', 'Invalid timestamp.', 400),
  timestampExpired: () => new ShopeeError('error_param', 'Timestamp is expired.', 400),
  sign: () => new ShopeeError('error_sign', 'Wrong sign.', 403),
  accessTokenExpired: () => new ShopeeError('error_auth', 'Invalid access_token.', 403),
  accessTokenUnknown: () => new ShopeeError('invalid_acceess_token', 'Invalid access_token, please have a check.', 403),
  shopNotLinked: () => new ShopeeError('partner_shop_no_link', 'Partner and shop has no linked.', 403),
  shopBanned: () => new ShopeeError('shop_banned', 'The shop is banned.', 403),
  refreshToken: () =>
    new ShopeeError('error_shop_refresh_token', 'Your refresh token is error ,please check refresh token or shopid.', 403),
  code: () => new ShopeeError('invalid_code', 'Invalid code, please check and try again.', 403),
  shopId: () => new ShopeeError('invalid_shop_id', 'Invalid shop_id.', 403),
  notFound: () => new ShopeeError('error_not_found', 'Wrong parameters, detail: the order is not found.'),
  listTime: () => new ShopeeError('order.order_list_invalid_time', 'Start time must be earlier than end time and diff in 15days.'),
  rateLimit: () =>
    new ShopeeError('error_rate_limit', 'Too many requests. You have reached the rate limit. Please try again later.', 429),
  server: (http: number) => new ShopeeError('error_server', 'System error. Please try again later.', http),
  noSuchApi: () => new ShopeeError('error_path', 'The request path is not found.', 404),
};
