-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "channel";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "crm";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "webhook";

-- CreateTable
CREATE TABLE "webhook"."inbound_event" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "store_id" BIGINT,
    "external_store_id" TEXT,
    "origin" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "expects" JSONB,
    "body" BYTEA NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "seen" INTEGER NOT NULL DEFAULT 1,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "stale_reads" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "ended_at" TIMESTAMPTZ(3),
    "trace_id" TEXT NOT NULL,

    CONSTRAINT "inbound_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel"."store" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "area" TEXT,
    "status" TEXT NOT NULL,
    "status_reason" TEXT,
    "credential_id" BIGINT,
    "authorised_until" TIMESTAMPTZ(3),
    "stock_from" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "switches" JSONB NOT NULL DEFAULT '{}',
    "next_sweep_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "store_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel"."credential" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "access_expires_at" TIMESTAMPTZ(3),
    "refresh_expires_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "lease_until" TIMESTAMPTZ(3),
    "lease_holder" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel"."cursor" (
    "store_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "cursor_pkey" PRIMARY KEY ("store_id","kind")
);

-- CreateTable
CREATE TABLE "channel"."command" (
    "id" BIGSERIAL NOT NULL,
    "store_id" BIGINT NOT NULL,
    "order_id" BIGINT,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "moves_order" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "reason" TEXT,
    "result" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "ended_at" TIMESTAMPTZ(3),
    "trace_id" TEXT NOT NULL,

    CONSTRAINT "command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel"."notification" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT,
    "store_id" BIGINT,
    "group_key" TEXT NOT NULL DEFAULT '',
    "params" JSONB NOT NULL DEFAULT '{}',
    "count" INTEGER NOT NULL DEFAULT 1,
    "retryable" BOOLEAN NOT NULL DEFAULT false,
    "first_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm"."order" (
    "id" BIGSERIAL NOT NULL,
    "store_id" BIGINT NOT NULL,
    "channel" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "stub" BOOLEAN NOT NULL DEFAULT true,
    "source_updated_at" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3),
    "status_rank" INTEGER,
    "digest" TEXT,
    "older_facts" JSONB NOT NULL DEFAULT '{}',
    "channel_status" TEXT,
    "known_fulfilment" TEXT,
    "known_state" TEXT,
    "fulfilment_status" TEXT,
    "payment_status" TEXT,
    "state" TEXT,
    "problems" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "currency" TEXT,
    "total_amount" DECIMAL,
    "shipping_fee" DECIMAL,
    "discount" DECIMAL,
    "refunded_amount" DECIMAL NOT NULL DEFAULT 0,
    "payment_method" TEXT,
    "cash_on_delivery" BOOLEAN,
    "paid_at" TIMESTAMPTZ(3),
    "source_created_at" TIMESTAMPTZ(3),
    "ship_by" TIMESTAMPTZ(3),
    "buyer_message" TEXT,
    "cancel_reason" TEXT,
    "buyer_id" TEXT,
    "recipient_name" TEXT,
    "recipient_phone" TEXT,
    "recipient_address" JSONB,
    "processed_in_crm_at" TIMESTAMPTZ(3),
    "frozen_words" JSONB,
    "note" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "assignee_id" TEXT,
    "corrected_recipient" JSONB,
    "applied_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm"."order_line" (
    "id" BIGSERIAL NOT NULL,
    "order_id" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "item_id" TEXT NOT NULL,
    "model_id" TEXT,
    "name" TEXT NOT NULL,
    "variation" TEXT,
    "product_code" TEXT,
    "quantity" DECIMAL NOT NULL,
    "quoted_price" DECIMAL,
    "sale_price_vat" DECIMAL,
    "image_url" TEXT,
    "cancelled_quantity" DECIMAL NOT NULL DEFAULT 0,
    "vanished" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm"."order_package" (
    "id" BIGSERIAL NOT NULL,
    "order_id" BIGINT NOT NULL,
    "number" TEXT NOT NULL,
    "tracking_number" TEXT,
    "carrier" TEXT,
    "status" TEXT,
    "position" INTEGER NOT NULL,
    "vanished" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "order_package_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm"."order_return" (
    "id" BIGSERIAL NOT NULL,
    "order_id" BIGINT NOT NULL,
    "number" TEXT NOT NULL,
    "channel_status" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "refund_amount" DECIMAL,
    "currency" TEXT,
    "items" JSONB NOT NULL DEFAULT '[]',
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "order_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm"."order_history" (
    "id" BIGSERIAL NOT NULL,
    "order_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "trace_id" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "order_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm"."product" (
    "id" BIGSERIAL NOT NULL,
    "store_id" BIGINT,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm"."warehouse" (
    "id" BIGSERIAL NOT NULL,
    "store_id" BIGINT,
    "external_id" TEXT,
    "name" TEXT NOT NULL,

    CONSTRAINT "warehouse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm"."stock_movement" (
    "id" BIGSERIAL NOT NULL,
    "product_id" BIGINT NOT NULL,
    "warehouse_id" BIGINT NOT NULL,
    "line_id" BIGINT,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "quantity" DECIMAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm"."staff" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'viewer',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm"."staff_session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm"."staff_account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm"."staff_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "crm"."audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "inbound_event_received_at_id_idx" ON "webhook"."inbound_event"("received_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "inbound_event_dedupe_key_kind_key_key" ON "webhook"."inbound_event"("dedupe_key", "kind", "key");

-- CreateIndex
CREATE INDEX "store_next_sweep_at_idx" ON "channel"."store"("next_sweep_at");

-- CreateIndex
CREATE INDEX "store_credential_id_idx" ON "channel"."store"("credential_id");

-- CreateIndex
CREATE UNIQUE INDEX "store_channel_external_id_key" ON "channel"."store"("channel", "external_id");

-- CreateIndex
CREATE INDEX "command_order_id_idx" ON "channel"."command"("order_id");

-- CreateIndex
CREATE INDEX "command_store_id_idx" ON "channel"."command"("store_id");

-- CreateIndex
CREATE INDEX "notification_last_at_id_idx" ON "channel"."notification"("last_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "order_store_id_code_key" ON "crm"."order"("store_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_order_id_key_key" ON "crm"."order_line"("order_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "order_package_order_id_number_key" ON "crm"."order_package"("order_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "order_return_order_id_number_key" ON "crm"."order_return"("order_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "order_history_order_id_version_kind_key" ON "crm"."order_history"("order_id", "version", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "product_store_id_code_key" ON "crm"."product"("store_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "warehouse_store_id_external_id_key" ON "crm"."warehouse"("store_id", "external_id");

-- CreateIndex
CREATE INDEX "stock_movement_product_id_warehouse_id_idx" ON "crm"."stock_movement"("product_id", "warehouse_id");

-- CreateIndex
CREATE INDEX "stock_movement_warehouse_id_idx" ON "crm"."stock_movement"("warehouse_id");

-- CreateIndex
CREATE UNIQUE INDEX "stock_movement_line_id_product_id_warehouse_id_kind_cause_key" ON "crm"."stock_movement"("line_id", "product_id", "warehouse_id", "kind", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "crm"."staff"("email");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_token_key" ON "crm"."staff_session"("token");

-- CreateIndex
CREATE INDEX "staff_session_user_id_idx" ON "crm"."staff_session"("user_id");

-- CreateIndex
CREATE INDEX "staff_account_user_id_idx" ON "crm"."staff_account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_account_provider_id_account_id_key" ON "crm"."staff_account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "staff_verification_identifier_idx" ON "crm"."staff_verification"("identifier");

-- CreateIndex
CREATE INDEX "audit_at_id_idx" ON "crm"."audit"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_subject_type_subject_id_idx" ON "crm"."audit"("subject_type", "subject_id");

-- AddForeignKey
ALTER TABLE "channel"."store" ADD CONSTRAINT "store_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "channel"."credential"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel"."cursor" ADD CONSTRAINT "cursor_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "channel"."store"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel"."command" ADD CONSTRAINT "command_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "channel"."store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel"."command" ADD CONSTRAINT "command_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "crm"."order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm"."order" ADD CONSTRAINT "order_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "channel"."store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm"."order_line" ADD CONSTRAINT "order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "crm"."order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm"."order_package" ADD CONSTRAINT "order_package_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "crm"."order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm"."order_return" ADD CONSTRAINT "order_return_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "crm"."order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm"."order_history" ADD CONSTRAINT "order_history_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "crm"."order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm"."stock_movement" ADD CONSTRAINT "stock_movement_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "crm"."product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm"."stock_movement" ADD CONSTRAINT "stock_movement_warehouse_id_fkey" FOREIGN KEY ("warehouse_id") REFERENCES "crm"."warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm"."stock_movement" ADD CONSTRAINT "stock_movement_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "crm"."order_line"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm"."staff_session" ADD CONSTRAINT "staff_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "crm"."staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crm"."staff_account" ADD CONSTRAINT "staff_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "crm"."staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
