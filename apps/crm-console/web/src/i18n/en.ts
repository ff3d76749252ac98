import type { Catalogue } from './catalogue.ts';

export const en = {
  app: {
    name: 'Dongbo', orders: 'Orders', notifications: 'Notifications', queues: 'Queues', more: 'More', menu: 'Main menu',
    search: 'Search order, tracking, SKU', language: 'Language', account: 'Account', signOut: 'Sign out', skip: 'To the content',
    newTab: 'opens in a new tab', dark: 'Dark theme', light: 'Light theme', clear: 'Clear the search', close: 'Close', back: 'Back',
  },
  roles: { owner: 'Owner', manager: 'Manager', order_desk: 'Order desk', viewer: 'Viewer' },
  signIn: {
    title: 'Sign in', intro: 'Orders of every marketplace, in one place.', email: 'Email', password: 'Password', submit: 'Sign in',
    showPassword: 'Show or hide the password', missing: 'Fill in email and password.',
    wrong: 'Email or password is wrong. Check them and try again.',
    locked_one: 'Too many wrong tries. Wait {{count}} minute, then try again.', locked_other: 'Too many wrong tries. Wait {{count}} minutes, then try again.',
    noAnswer: 'The CRM server does not answer. Check the network and try again.',
    failed: 'Could not sign in: the CRM server has a fault. Try again in a few minutes.',
    help: 'Forgotten the password? The owner can set a new one.',
  },
  orders: {
    title: 'Orders', total_one: '{{n}} order', total_other: '{{n}} orders', matching_one: '{{n}} order matches', matching_other: '{{n}} orders match', notLoaded: 'not loaded', table: 'List of orders',
    showNew_one: 'Show {{n}} new order', showNew_other: 'Show {{n}} new orders', showNewShort_other: '{{n}} new', all: 'All', loadingMore: 'Loading more', endOfList: 'End of the list',
    range: '{{from}} – {{to}} / {{total}}', updatedEvery: 'Updates every 15 seconds', updatedAt: 'Updated at {{time}}', countsOf: 'The tabs’ counts are of {{time}}',
    left: 'No longer matches the filter', open: 'Open order {{code}}', stale: 'Not updated since {{time}}',
  },
  columns: {
    code: 'Order · store', shipBy: 'Ship by', buyer: 'Buyer', goods: 'Goods', total: 'Total', channel: 'On marketplace',
    fulfilment: 'Fulfilment', payment: 'Payment', placed: 'Placed', sortOldest: 'Sort oldest first', sortNewest: 'Sort newest first',
  },
  goods: { lines_one: '{{n}} line', lines_other: '{{n}} lines', items_one: '{{n}} item', items_other: '{{n}} items', fee: 'fee {{money}}', none: 'No lines yet' },
  deadline: {
    left: '{{span}} left', late: '{{span}} late', hoursMinutes: "{{hours}} h {{minutes}}'", minutes: '{{minutes}} min', days: '{{days}} d', none: 'No deadline any more',
    longHoursMinutes: '{{hours}} h {{minutes}} min', days_hours: '{{days}} d {{hours}} h',
  },
  time: { today: 'today', yesterday: 'yesterday', tomorrow: 'tomorrow', todayAt: 'today {{time}}', yesterdayAt: 'yesterday {{time}}', tomorrowAt: 'tomorrow {{time}}', dateAt: '{{date}} {{time}}' },
  filters: {
    title: 'Filter', channel: 'Channel', storeId: 'Store', channelStatus: 'On marketplace', paymentStatus: 'Payment', problem: 'Problem', placed: 'Placed', q: 'Search',
    tab: 'Fulfilment', clear: 'Clear', remove: 'Remove filter {{name}}', add: 'Filter by {{name}}', from: 'From', to: 'Up to and including', show_one: 'Show {{n}} order', show_other: 'Show {{n}} orders',
    today: 'Today', yesterday: 'Yesterday', last7: 'Last 7 days', last30: 'Last 30 days', since: 'since {{date}}', until: 'until {{date}}', and: '{{first}} +{{more}}',
    noStores: 'No stores yet', storesFailed: 'The stores could not be loaded', unknownStore: 'Store {{id}}',
  },
  problems: {
    UNLINKED_SKU: 'Unlinked SKU', SHORT_STOCK: 'Short stock', LATE: 'Overdue', UNKNOWN_STATUS: 'Unknown status', INCOMPLETE: 'Lines missing',
    CANCEL_REQUESTED: 'Buyer asks to cancel', CANCELLED_AT_MARKETPLACE: 'Cancelled at the marketplace', COMMAND_REFUSED: 'Command refused',
  },
  empty: {
    none: 'No orders yet', noneText: 'Orders of the connected stores appear here by themselves, usually within a second.', noStore: 'No store is connected yet',
    noStoreText: 'An administrator adds the first store with the command below on the server; its orders appear here by themselves.',
    filtered_other: 'No order matches these {{n}} conditions', filteredOne: 'No order matches “{{condition}}”', dropping_one: 'Without “{{condition}}” there is {{n}} order.', dropping_other: 'Without “{{condition}}” there are {{n}} orders.',
    drop: 'Drop “{{condition}}”', clearAll: 'Clear all', checking: 'Looking which condition to drop…', noDrop: 'Dropping a single condition does not help; clear all.',
    copyCommand: 'Copy the command', qHint: 'Search by the beginning of an order code or a tracking number, or by a whole SKU.',
  },
  errors: {
    list: 'The orders could not be loaded.', listStale: 'The orders could not be updated.', order: 'This order could not be loaded.', orderStale: 'This order could not be updated.',
    notifications: 'The notifications could not be loaded.', timedOut: 'The CRM server did not answer within 10 seconds.', noAnswer: 'The CRM server cannot be reached.',
    server: 'The CRM server has a fault.', busy: 'The CRM server is overloaded, or its database does not answer.', forbidden: 'Your role does not allow this.',
    invalid: 'The filter in the address has a wrong value.', safe: 'Orders from marketplaces are still received and kept; nothing is lost.', retryIn_one: 'Tries again in {{count}} second', retryIn_other: 'Tries again in {{count}} seconds', retrying: 'Trying again…',
    attempt: 'try {{n}}', requestId: 'request id', retry: 'Retry', retryNow: 'Retry now', copyRequest: 'Copy the request id',
    notFound: 'This order was not found', notFoundText: 'The CRM does not have it, or you may not see it. Check the address, or search by the order code.',
    noPage: 'There is no such page', noPageText: 'The address is wrong, or the page has moved.', toOrders: 'To the orders', page: 'This page has a fault', pageText: 'Reload it. No data is lost.', reload: 'Reload',
  },
  order: {
    placedAt: 'placed {{time}}', copyCode: 'Copy the order code', copied: 'Copied', refresh: 'Refresh', refreshing: 'Syncing', refreshed: 'Synced', refreshWaiting: 'The store’s sync is off: the order is fetched once it is on',
    refreshFailed: 'Sync failed: {{reason}}', refreshNoReason: 'no reason was given', refreshSlow: 'The marketplace has not answered yet; the order updates by itself', fulfilment: 'Fulfilment', payment: 'Payment', state: 'State', channel: 'On marketplace', shipBy: 'Ship by',
    noWord: 'Not known', processedInCrm: 'Processed in CRM', lines: 'Lines', product: 'Product', productId: 'Product ID', quotedPrice: 'Quoted price', quantity: 'Qty', salePriceVat: 'Sale price incl. VAT', amount: 'Amount',
    noProductId: 'The marketplace sent no product ID', noLines: 'The marketplace has not sent any line of this order.', incomplete: 'The marketplace’s last answer lacked lines; those known so far are kept.', returned: '{{n}} returned', cancelled: '{{n}} cancelled',
    packages: 'Packages', noPackages: 'No package yet', noTracking: 'No tracking yet', copyTracking: 'Copy the tracking number', history: 'History', noHistory: 'Nothing has been recorded yet',
    money: 'Money', quotedTotal: 'Quoted price', lineDiscount: 'Marketplace discount', goodsVat: 'Goods incl. VAT', discount: 'Discount of the order', difference: 'Other differences', differenceWhy: 'vouchers, coins, subsidies', shippingFee: 'Estimated shipping', total: 'Total', codDue: 'COD on delivery', refunded: 'Refunded {{money}}', paidAt: 'Paid at {{time}}', unknownAmount: 'No amount from the marketplace yet',
    recipient: 'Recipient', reveal: 'Reveal', hide: 'Hide', masked: 'Partly hidden. Each reveal is written to the audit.', revealed: 'Shown in full; this reveal is in the audit.', noRecipient: 'No recipient from the marketplace yet', stillMasked: '{{channel}} hides parts of it.', buyerMessage: 'Buyer’s message',
    own: 'The shop’s own', assignee: 'Assignee', tags: 'Tags', note: 'Note', edit: 'Edit', save: 'Save', cancel: 'Cancel', nobody: 'Nobody', addTag: 'Add a tag, then Enter', saveFailed: 'Not saved: {{reason}}', saving: 'Saving', empty: '—', cancelReason: 'Reason for cancelling',
  },
  history: {
    placed: 'Order placed on {{channel}}', placedNote: 'Order placed on {{channel}}, with the message “{{message}}”', told: 'reported', reveal: 'viewed the recipient', refresh: 'pressed Refresh', editNote: 'changed the note', clearNote: 'removed the note',
    addTags: 'added {{tags}}', removeTags: 'removed {{tags}}', takeAssignee: 'took the order', setAssignee: 'changed the assignee', clearAssignee: 'removed the assignee', edited: 'changed the shop’s own fields', system: 'System', formerStaff: 'Former staff', other: 'Event “{{kind}}”', machine: 'API key',
  },
  meaning: { inCrm: 'In the CRM it is <b>{{word}}</b>.', none: 'The CRM’s status table does not have this word. The order is kept as it came.', show: 'Meaning of this status' },
  notices: {
    title: 'Notifications', open: 'Open', healed: 'Healed', needs: 'Needs a person', selfHealing: 'Heals itself', none: 'Nothing to do', noneText: 'Every store syncs as it should.', noneHealed: 'Nothing has healed yet',
    times_one: 'once', times_other: '{{n}} times', first: 'first {{time}}', last: 'last {{time}}', resolvedAt: 'healed {{time}}', remedy: 'What to do', more: 'Show more', viewOrders: 'Show these orders', viewOrder: 'Show order {{code}}', count_other: '{{n}} open',
  },
  keys: { title: 'Shortcuts', search: 'search', move: 'move', open: 'open', showNew: 'show new', help: 'shortcuts', close: 'close' },
} as const satisfies Catalogue;
