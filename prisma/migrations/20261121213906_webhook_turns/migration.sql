-- AlterTable
ALTER TABLE "thresholds" ADD COLUMN     "looked_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "webhook_deliveries_created_at_idx" ON "webhook_deliveries"("created_at");
