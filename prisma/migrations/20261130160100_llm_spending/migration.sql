-- CreateTable
CREATE TABLE "llm_spending" (
    "payer" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "tokens" BIGINT NOT NULL,

    CONSTRAINT "llm_spending_pkey" PRIMARY KEY ("payer","day")
);
COMMENT ON TABLE "llm_spending" IS 'Tokens that an organization, and the whole server, spent by UTC day. Not a sum of llm_usage, whose rows go with their projects.';
COMMENT ON COLUMN "llm_spending"."payer" IS 'server, or organization and its id.';
