-- AlterTable
ALTER TABLE "project_revisions" ADD COLUMN     "position" TEXT;
COMMENT ON COLUMN "project_revisions"."position" IS 'The last message of the queue that was stored: the id of the queue and of the message.';

-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "blocked_addresses" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "blocked_hostnames" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "blocked_referrers" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "blocked_user_agents" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "ingest_counts" (
    "project_id" INTEGER NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "received" INTEGER NOT NULL,
    "stored" INTEGER NOT NULL,
    "duplicate" INTEGER NOT NULL,
    "bot" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,

    CONSTRAINT "ingest_counts_pkey" PRIMARY KEY ("project_id","minute")
);

-- CreateTable
CREATE TABLE "bot_events" (
    "project_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "user_agent" TEXT,
    "event" JSONB NOT NULL,

    CONSTRAINT "bot_events_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateTable
CREATE TABLE "dead_letters" (
    "id" BIGSERIAL NOT NULL,
    "message_id" TEXT NOT NULL,
    "project_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "minute" TIMESTAMPTZ(0),
    "events" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "message" TEXT NOT NULL,

    CONSTRAINT "dead_letters_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bot_events_project_id_received_at_idx" ON "bot_events"("project_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "dead_letters_message_id_key" ON "dead_letters"("message_id");

-- CreateIndex
CREATE INDEX "dead_letters_project_id_minute_idx" ON "dead_letters"("project_id", "minute");

COMMENT ON TABLE "ingest_counts" IS 'What became of the events that a project was sent, by the minute in which they arrived: received = stored + duplicate + bot + rejected.';
COMMENT ON TABLE "bot_events" IS 'Events that bots sent: kept apart, so that the verdict can be reversed.';
COMMENT ON TABLE "dead_letters" IS 'Messages of the queue that could not be stored, for no passing reason.';
