-- Nobody writes a visit between what is noted of them here and their index.
LOCK TABLE "visits" IN SHARE ROW EXCLUSIVE MODE;

-- CreateTable
CREATE TABLE "visit_changes" (
    "project_id" INTEGER NOT NULL,
    "revision" BIGINT NOT NULL,
    "visit_ids" BIGINT[],

    CONSTRAINT "visit_changes_pkey" PRIMARY KEY ("project_id","revision")
);
COMMENT ON TABLE "visit_changes" IS 'The visits that a revision wrote: by them readers find what changed. Kept until the segments have them.';

-- What no segment has yet.
INSERT INTO "visit_changes"
SELECT v."project_id", v."revision", array_agg(v."id")
FROM "visits" v LEFT JOIN "segment_states" s ON s."project_id" = v."project_id"
WHERE v."revision" > coalesce(s."revision", 0)
GROUP BY v."project_id", v."revision";

-- DropIndex
DROP INDEX "visits_project_id_revision_idx";

-- A visit is written again with each of its events, and no index has what changes then: with room on its page, no index is written.
ALTER TABLE "visits" SET (fillfactor = 85);
