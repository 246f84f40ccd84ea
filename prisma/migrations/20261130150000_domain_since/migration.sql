-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "domain_since" TIMESTAMPTZ(3);
COMMENT ON COLUMN "projects"."domain" IS 'The site''s host name, in punycode.';
COMMENT ON COLUMN "projects"."domain_since" IS 'Since when: of several projects, events that are sent for the domain are the first one''s.';

-- Of projects that share a domain already, the oldest one is taken for the first.
UPDATE "projects" SET "domain_since" = "created_at" WHERE "domain" IS NOT NULL;

-- CreateIndex
CREATE INDEX "projects_domain_domain_since_idx" ON "projects"("domain", "domain_since");
