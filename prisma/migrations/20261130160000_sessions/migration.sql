-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,
    "network" BYTEA,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The sessions that go on: so far the families of refresh tokens were their only record.
INSERT INTO "sessions" ("id", "user_id", "created_at", "last_used_at")
SELECT "family_id", "user_id", min("created_at"), max("created_at")
FROM "refresh_tokens"
GROUP BY "family_id", "user_id"
ON CONFLICT DO NOTHING;

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

COMMENT ON TABLE "sessions" IS 'One sign-in. Its row stays for a while after its end: the networks that a user signed in from are known by it.';
COMMENT ON COLUMN "sessions"."last_used_at" IS 'When it began or was last refreshed.';
COMMENT ON COLUMN "sessions"."network" IS 'A keyed hash of the user''s email address and the network that they signed in from.';
