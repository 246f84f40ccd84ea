-- CreateEnum
CREATE TYPE "api_key_scope" AS ENUM ('READ', 'WRITE', 'ADMIN');

-- CreateEnum
CREATE TYPE "term_kind" AS ENUM (
    'name', 'hostname', 'path', 'referrer', 'source', 'channel',
    'utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content',
    'country', 'region', 'city', 'device', 'browser', 'os', 'language', 'origin', 'client'
);
COMMENT ON TYPE "term_kind" IS 'The kinds of text that events and visits refer to by a small number. origin: where a visitor came from, as JSON (referrer, source, channel and UTM together). client: what a visitor uses and where they are, as JSON (device, browser, os, language and geography together).';

-- CreateEnum
CREATE TYPE "visitor_kind" AS ENUM ('user', 'visitor', 'cookieless');
COMMENT ON TYPE "visitor_kind" IS 'How a visitor is known. user: by the userId that was sent. visitor: by the visitorId that was sent. cookieless: for a day by a salted hash; nothing else is kept.';

-- CreateEnum
CREATE TYPE "event_type" AS ENUM ('PAGEVIEW', 'CUSTOM');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "user_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("user_id","organization_id")
);

-- CreateTable
CREATE TABLE "refresh_tokens" (
    "hash" BYTEA NOT NULL,
    "family_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "spent_at" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_tokens_pkey" PRIMARY KEY ("hash")
);
COMMENT ON TABLE "refresh_tokens" IS 'One sign-in is a family; each refresh spends a token and adds the next to its family.';

-- CreateTable
CREATE TABLE "projects" (
    "id" SERIAL NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "write_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "project_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "scopes" "api_key_scope"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_definitions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "project_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "label" TEXT,
    "description" TEXT,
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "first_seen_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_definitions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_revisions" (
    "project_id" INTEGER NOT NULL,
    "revision" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "project_revisions_pkey" PRIMARY KEY ("project_id")
);
COMMENT ON TABLE "project_revisions" IS 'Locked and raised first in every transaction that stores events: orders a project''s batches, and tells every reader whether what it holds is current.';

-- CreateTable
CREATE TABLE "terms" (
    "project_id" INTEGER NOT NULL,
    "kind" "term_kind" NOT NULL,
    "id" INTEGER NOT NULL,
    "digest" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "terms_pkey" PRIMARY KEY ("project_id","kind","id")
);
COMMENT ON TABLE "terms" IS 'Texts by number, dense per project and kind.';
COMMENT ON COLUMN "terms"."digest" IS 'The first half of the text''s SHA-256: paths can be longer than an index entry.';

-- CreateTable
CREATE TABLE "visitors" (
    "project_id" INTEGER NOT NULL,
    "id" INTEGER NOT NULL,
    "kind" "visitor_kind" NOT NULL,
    "digest" UUID NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "visitors_pkey" PRIMARY KEY ("project_id","id")
);
COMMENT ON TABLE "visitors" IS 'Visitors by number, dense per project: sets of them are bitsets.';
COMMENT ON COLUMN "visitors"."key" IS 'The id as sent; the digest for a cookieless visitor.';

-- CreateTable
CREATE TABLE "daily_salts" (
    "day" DATE NOT NULL,
    "salt" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "daily_salts_pkey" PRIMARY KEY ("day")
);
COMMENT ON TABLE "daily_salts" IS 'The salts of cookieless hashes, one a UTC day, deleted 48 hours after they came into use.';

-- CreateTable
CREATE TABLE "event_keys" (
    "project_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "event_keys_pkey" PRIMARY KEY ("project_id","id")
);
COMMENT ON TABLE "event_keys" IS 'Every event id that was ever stored: exact deduplication across retries, processes and partitions. events cannot have this key itself, because a retry may carry another timestamp.';

-- CreateTable
CREATE TABLE "events" (
    "project_id" INTEGER NOT NULL,
    "timestamp" TIMESTAMPTZ(3) NOT NULL,
    "id" UUID NOT NULL,
    "visit_id" BIGINT NOT NULL,
    "visitor_id" INTEGER NOT NULL,
    "anonymous_id" INTEGER,
    "type" "event_type" NOT NULL,
    "name" INTEGER NOT NULL,
    "hostname" INTEGER,
    "path" INTEGER,
    "origin" INTEGER NOT NULL,
    "client" INTEGER NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "event_id" TEXT,
    "session_id" TEXT,
    "url" TEXT,
    "referrer" TEXT,
    "title" TEXT,
    "revenue" DECIMAL(24,6),
    "currency" CHAR(3),
    "properties" JSONB,

    CONSTRAINT "events_pkey" PRIMARY KEY ("project_id","timestamp","id")
) PARTITION BY RANGE ("timestamp");
COMMENT ON TABLE "events" IS 'Partitioned by UTC month (ensure_events_partition). Numbers refer to terms of the column''s kind.';
COMMENT ON COLUMN "events"."id" IS 'The event id itself where it is a UUID, else the first half of its SHA-256.';
COMMENT ON COLUMN "events"."anonymous_id" IS 'The visitor of the visitorId that was sent beside a userId.';
COMMENT ON COLUMN "events"."event_id" IS 'The event id as sent; null where it is id.';
COMMENT ON COLUMN "events"."session_id" IS 'The session id as sent.';
COMMENT ON COLUMN "events"."url" IS 'The URL as sent; null where it is https:// + hostname + path.';

-- CreateTable: an update leaves a visit on its page while there is room
CREATE TABLE "visits" (
    "project_id" INTEGER NOT NULL,
    "id" BIGINT NOT NULL,
    "revision" BIGINT NOT NULL,
    "visitor_id" INTEGER NOT NULL,
    "session_id" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "entry_at" TIMESTAMPTZ(3),
    "exit_at" TIMESTAMPTZ(3),
    "events" INTEGER NOT NULL,
    "pageviews" INTEGER NOT NULL,
    "origin" INTEGER NOT NULL,
    "client" INTEGER NOT NULL,
    "entry_path" INTEGER,
    "exit_path" INTEGER,
    "referrer" INTEGER,
    "source" INTEGER,
    "channel" INTEGER,
    "utm_source" INTEGER,
    "utm_medium" INTEGER,
    "utm_campaign" INTEGER,
    "utm_term" INTEGER,
    "utm_content" INTEGER,
    "country" INTEGER,
    "region" INTEGER,
    "city" INTEGER,
    "device" INTEGER,
    "browser" INTEGER,
    "os" INTEGER,
    "language" INTEGER,

    CONSTRAINT "visits_pkey" PRIMARY KEY ("project_id","id")
) WITH (fillfactor = 80);
COMMENT ON TABLE "visits" IS 'One row a visit, written in the transaction that stores its events. Numbers refer to terms of the column''s kind; origin and client attributes are those of its first event.';
COMMENT ON COLUMN "visits"."revision" IS 'The project''s revision that last wrote this visit.';
COMMENT ON COLUMN "visits"."session_id" IS 'The session id as sent.';
COMMENT ON COLUMN "visits"."entry_at" IS 'When the pageview that gave entry_path happened.';
COMMENT ON COLUMN "visits"."exit_at" IS 'When the pageview that gave exit_path happened.';
COMMENT ON COLUMN "visits"."origin" IS 'Of the visit''s first event; the columns from referrer to utm_content spell it out.';
COMMENT ON COLUMN "visits"."client" IS 'Of the visit''s first event; the columns from country on spell it out.';

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations"("slug");

-- CreateIndex
CREATE INDEX "memberships_organization_id_idx" ON "memberships"("organization_id");

-- CreateIndex
CREATE INDEX "refresh_tokens_family_id_idx" ON "refresh_tokens"("family_id");

-- CreateIndex
CREATE INDEX "refresh_tokens_user_id_idx" ON "refresh_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "projects_write_key_key" ON "projects"("write_key");

-- CreateIndex
CREATE INDEX "projects_organization_id_idx" ON "projects"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_secret_hash_key" ON "api_keys"("secret_hash");

-- CreateIndex
CREATE INDEX "api_keys_project_id_idx" ON "api_keys"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_definitions_project_id_name_key" ON "event_definitions"("project_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "terms_project_id_kind_digest_key" ON "terms"("project_id", "kind", "digest");

-- CreateIndex
CREATE UNIQUE INDEX "visitors_project_id_digest_key" ON "visitors"("project_id", "digest");

-- CreateIndex
CREATE INDEX "events_project_id_visitor_id_timestamp_idx" ON "events"("project_id", "visitor_id", "timestamp");

-- CreateIndex
CREATE INDEX "visits_project_id_started_at_idx" ON "visits"("project_id", "started_at");

-- CreateIndex
CREATE INDEX "visits_project_id_visitor_id_started_at_idx" ON "visits"("project_id", "visitor_id", "started_at");

-- CreateIndex
CREATE INDEX "visits_project_id_revision_idx" ON "visits"("project_id", "revision");

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey"
    FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_fkey"
    FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_user_id_fkey"
    FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_organization_id_fkey"
    FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_project_id_fkey"
    FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_definitions" ADD CONSTRAINT "event_definitions_project_id_fkey"
    FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreatePartition: all that is older than analytics
CREATE TABLE "events_before_2010" PARTITION OF "events"
    FOR VALUES FROM (MINVALUE) TO ('2010-01-01 00:00:00+00');

-- CreateFunction
CREATE FUNCTION ensure_events_partition(at TIMESTAMPTZ) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
    month TIMESTAMP := date_trunc('month', at AT TIME ZONE 'UTC');
    name TEXT := to_char(month, '"events_"YYYY_MM');
BEGIN
    IF at < '2010-01-01 00:00:00+00' THEN
        RETURN;
    END IF;

    -- One maker at a time, while readers and writers of events go on. It is the lock that ATTACH needs; CREATE TABLE ...
    -- PARTITION OF needs ACCESS EXCLUSIVE: it would wait for every reader and writer, and all later ones behind it.
    IF to_regclass(name) IS NULL THEN
        LOCK TABLE ONLY "events" IN SHARE UPDATE EXCLUSIVE MODE;
    END IF;

    -- Only the lock of a table makes visible what was committed while waiting for it: an advisory lock would not do.
    IF to_regclass(name) IS NULL THEN
        -- The table is empty, so ATTACH scans nothing, and the indexes that LIKE copies become those of the partition.
        EXECUTE format('CREATE TABLE %I (LIKE "events" INCLUDING ALL)', name);
        EXECUTE format(
            'ALTER TABLE "events" ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
            name,
            to_char(month, 'YYYY-MM-DD"T00:00Z"'),
            to_char(month + INTERVAL '1 month', 'YYYY-MM-DD"T00:00Z"')
        );
    ELSE
        -- A new table is seen a moment before the news that events has another partition, without which an insert finds
        -- none. Its maker holds it locked until the news is out.
        EXECUTE format('LOCK TABLE %I IN ACCESS SHARE MODE', name);
    END IF;
END
$$;
COMMENT ON FUNCTION ensure_events_partition IS 'Makes the partition of events for the UTC month of the given time, if it is missing. Its locks last until the transaction ends: call it in one of its own.';
