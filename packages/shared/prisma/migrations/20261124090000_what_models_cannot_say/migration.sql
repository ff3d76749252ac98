-- Partial and pattern indexes, checks and storage settings: Prisma's models have no words for them.

-- The inbox: rows change often and are read by what is open.
ALTER TABLE webhook.inbound_event SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE webhook.inbound_event
  ADD CONSTRAINT inbound_event_status_check CHECK (status IN ('received', 'done', 'ignored', 'parked', 'stale', 'failed')),
  ADD CONSTRAINT inbound_event_origin_check CHECK (origin IN ('push', 'sweep', 'import', 'lost_list', 'staff', 'command'));
-- A lane takes from the oldest due row, pushes and staff first.
CREATE INDEX inbound_event_lane_idx ON webhook.inbound_event (store_id, urgent, next_attempt_at, id) WHERE status = 'received';
-- Adoption: rows of a store that was not there yet.
CREATE INDEX inbound_event_parked_idx ON webhook.inbound_event (channel, external_store_id) WHERE status = 'parked';
-- A later success ends the code's rows that had been given up, or had waited in vain.
CREATE INDEX inbound_event_failed_idx ON webhook.inbound_event (store_id, kind, key) WHERE status IN ('failed', 'stale');
-- Rows that are over are deleted by age.
CREATE INDEX inbound_event_ended_idx ON webhook.inbound_event (status, received_at) WHERE status <> 'received';

ALTER TABLE channel.store ADD CONSTRAINT store_status_check CHECK (status IN ('active', 'importing', 'authorise_again', 'off', 'removed'));

ALTER TABLE channel.command ADD CONSTRAINT command_status_check CHECK (status IN ('pending', 'sending', 'done', 'refused'));
CREATE UNIQUE INDEX command_open_idx ON channel.command (order_id) WHERE moves_order AND status IN ('pending', 'sending');
CREATE INDEX command_due_idx ON channel.command (next_attempt_at) WHERE status IN ('pending', 'sending');

CREATE UNIQUE INDEX notification_open_idx ON channel.notification (kind, coalesce(store_id, 0), group_key) WHERE resolved_at IS NULL;

-- The order list: pages by source_created_at, id; an index for each filter; stubs are invisible.
ALTER TABLE crm."order" SET (fillfactor = 85);
CREATE INDEX order_list_idx ON crm."order" (source_created_at DESC, id DESC) WHERE NOT stub;
CREATE INDEX order_list_store_idx ON crm."order" (store_id, source_created_at DESC, id DESC) WHERE NOT stub;
CREATE INDEX order_list_channel_status_idx ON crm."order" (channel, channel_status, source_created_at DESC, id DESC) WHERE NOT stub;
CREATE INDEX order_list_fulfilment_idx ON crm."order" (fulfilment_status, source_created_at DESC, id DESC) WHERE NOT stub;
CREATE INDEX order_list_payment_idx ON crm."order" (payment_status, source_created_at DESC, id DESC) WHERE NOT stub;
CREATE INDEX order_list_state_idx ON crm."order" (state, source_created_at DESC, id DESC) WHERE NOT stub;
CREATE INDEX order_list_problems_idx ON crm."order" USING gin (problems) WHERE NOT stub AND problems <> '{}';
-- Search: beginning of a code, beginning of a tracking number, a whole SKU.
CREATE INDEX order_code_prefix_idx ON crm."order" (code text_pattern_ops) WHERE NOT stub;
CREATE INDEX order_package_tracking_prefix_idx ON crm.order_package (tracking_number text_pattern_ops) WHERE tracking_number IS NOT NULL;
CREATE INDEX order_line_product_code_idx ON crm.order_line (product_code) WHERE product_code IS NOT NULL;
