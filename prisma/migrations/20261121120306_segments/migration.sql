-- AlterTable: a visit of a hundred events is still one row without a detour, and steps hardly compress
ALTER TABLE "visits" ADD COLUMN "steps" BYTEA;
ALTER TABLE "visits" ALTER COLUMN "steps" SET STORAGE EXTERNAL;
COMMENT ON COLUMN "visits"."steps" IS 'The visit''s events by (timestamp, id), 16 bytes each, four big-endian integers: milliseconds since started_at; name, negative for pageviews; path and hostname, 0 for none. Null past 1,000 events, and for visits older than this column: then they are read from events.';

-- CreateTable
CREATE TABLE "visit_removals" (
    "project_id" INTEGER NOT NULL,
    "revision" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "visit_id" BIGINT NOT NULL,

    CONSTRAINT "visit_removals_pkey" PRIMARY KEY ("project_id","revision","day","visit_id")
);
COMMENT ON TABLE "visit_removals" IS 'Visits that left a day''s segment: removed, or begun on another UTC day now. Kept until the day''s segment is written anew.';

-- CreateTable
CREATE TABLE "segments" (
    "project_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "revision" BIGINT NOT NULL,
    "visits" INTEGER NOT NULL,
    "events" INTEGER NOT NULL,
    "columns" BYTEA NOT NULL,

    CONSTRAINT "segments_pkey" PRIMARY KEY ("project_id","day")
);
ALTER TABLE "segments" ALTER COLUMN "columns" SET STORAGE EXTERNAL;
COMMENT ON TABLE "segments" IS 'The visits that begin on one UTC day, column by column, as statistics read them. Derived from visits: it can be thrown away and rebuilt.';
COMMENT ON COLUMN "segments"."revision" IS 'It holds the day as of this revision of the project.';

-- CreateTable
CREATE TABLE "segment_states" (
    "project_id" INTEGER NOT NULL,
    "revision" BIGINT NOT NULL DEFAULT 0,
    "format" INTEGER NOT NULL,

    CONSTRAINT "segment_states_pkey" PRIMARY KEY ("project_id")
);
COMMENT ON TABLE "segment_states" IS 'Up to which revision a project''s segments are complete: the visits of later ones are read from visits.';

-- CreateTable
CREATE TABLE "rebuilds" (
    "project_id" INTEGER NOT NULL,
    "next_visitor" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rebuilds_pkey" PRIMARY KEY ("project_id")
);
COMMENT ON TABLE "rebuilds" IS 'Projects whose visits are being rebuilt from events; a rebuild that was interrupted goes on from here.';
COMMENT ON COLUMN "rebuilds"."next_visitor" IS 'The visits of the visitors before this one are rebuilt.';

-- CreateIndex
CREATE INDEX "events_with_revenue_idx" ON "events"("project_id", "timestamp") WHERE (revenue IS NOT NULL);

-- CreateIndex
CREATE INDEX "events_with_properties_idx" ON "events"("project_id", "timestamp") WHERE (properties IS NOT NULL);
