-- AlterTable
ALTER TABLE "bot_events" ADD COLUMN     "agent" TEXT;
COMMENT ON COLUMN "bot_events"."agent" IS 'The name by which it goes; null where it has none, and of events that were kept before there were names.';
