-- AlterTable
ALTER TABLE "events" ADD COLUMN     "sent_name" TEXT;
COMMENT ON COLUMN "events"."sent_name" IS 'The name as sent, where the project has no room for more names and "name" is (other).';
