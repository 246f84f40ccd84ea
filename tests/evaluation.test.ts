import { expect, it } from 'vitest';
import { readEnv } from '../src/env.ts';
import { openLlm } from '../src/llm/open.ts';
import { NOW, referenceData, sendReferenceData, ZONE } from './evaluation/data.ts';
import { evaluate, report } from './evaluation/evaluate.ts';
import { QUESTIONS } from './evaluation/questions.ts';
import { replay } from './evaluation/recorded.ts';
import { startChat } from './support/chat.ts';
import { createTenant } from './support/tenant.ts';

// `npm run evaluate` asks the model of the environment; without its key, and in CI, recorded replies are judged.
const real = process.env.npm_lifecycle_event === 'evaluate' ? openLlm(readEnv(process.env)) : null;

async function start() {
  const chat = await startChat(
    real ? { llm: real, llmDailyTokens: { project: Number.MAX_SAFE_INTEGER } } : {},
  );
  chat.server.clock.set(NOW);
  const tenant = await createTenant(chat.server, { timeZone: ZONE, domain: 'shop.example' });
  await sendReferenceData(chat.server, tenant.writeKey);
  return { ...chat, tenant };
}

it('answers forty questions with known answers', { timeout: 40 * 60_000 }, async () => {
  expect(QUESTIONS).toHaveLength(40);
  const { server, model, tenant, close } = await start();
  try {
    const data = referenceData();
    const { projectId, token } = tenant;
    const ask = { projectId, token, data };
    const outcomes = await evaluate(server, real ? ask : { ...ask, before: ({ id }) => replay(model, id) });
    console.log(report(real?.model ?? 'recorded replies', outcomes));
    if (real) return;
    expect(outcomes.filter((outcome) => !outcome.call || !outcome.answer)).toEqual([]);

    // The same replies to other questions: the judge must not let them pass.
    const others = QUESTIONS.map(({ id }, index) => QUESTIONS[(index + 7) % QUESTIONS.length]?.id ?? id);
    let next = 0;
    const mixed = await evaluate(server, { ...ask, before: () => replay(model, others[next++] ?? '') });
    expect(mixed.filter(({ answer }) => answer).length).toBeLessThan(8);
  } finally {
    await close();
  }
});
