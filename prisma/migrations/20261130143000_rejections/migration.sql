-- AlterTable
-- A constant default is kept in the catalogue: no row is rewritten.
ALTER TABLE "ingest_counts" ADD COLUMN     "blocked" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "rate_limited_counts" (
    "project_id" INTEGER NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "events" INTEGER NOT NULL,

    CONSTRAINT "rate_limited_counts_pkey" PRIMARY KEY ("project_id","minute")
);

-- CreateTable
CREATE TABLE "rejections" (
    "project_id" INTEGER NOT NULL,
    "quarter" TIMESTAMPTZ(0) NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "field" TEXT,
    "message" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "name" TEXT,
    "other" BOOLEAN NOT NULL,
    "count" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "sample" TEXT,

    CONSTRAINT "rejections_pkey" PRIMARY KEY ("project_id","quarter","id")
);

-- CreateIndex
CREATE INDEX "rejections_quarter_idx" ON "rejections"("quarter");

COMMENT ON COLUMN "ingest_counts"."blocked" IS 'Those of the rejected that the blocklist rejected; 0 of minutes before there was this column.';
COMMENT ON TABLE "rate_limited_counts" IS 'Events that were refused by a rate limit, by the minute in which they arrived; ingest_counts does not have them.';
COMMENT ON TABLE "rejections" IS 'Why events were not stored: equal reasons of a quarter of an hour are one row. Kept for 90 days.';
COMMENT ON COLUMN "rejections"."id" IS 'The digest of code, field, message, endpoint and name.';
COMMENT ON COLUMN "rejections"."other" IS 'It stands for the groups past the most that a project has in a day.';
