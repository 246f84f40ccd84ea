-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "previous_write_key" TEXT,
ADD COLUMN     "previous_write_key_ends_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "projects_previous_write_key_key" ON "projects"("previous_write_key");

COMMENT ON COLUMN "projects"."previous_write_key" IS 'The write key before the last rotation; it serves until previous_write_key_ends_at.';
