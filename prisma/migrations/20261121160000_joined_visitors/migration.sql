-- AlterTable
ALTER TABLE "visitors" ADD COLUMN     "joined_at" TIMESTAMPTZ(3),
ADD COLUMN     "joined_to" INTEGER;
COMMENT ON COLUMN "visitors"."joined_to" IS 'The user that an anonymous visitor was joined to last, by number: its events from joined_at on count as theirs.';
