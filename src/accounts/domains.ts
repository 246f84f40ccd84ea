import type { Store } from '../store/store.ts';
import { isStorableText } from '../text.ts';

/**
 * The project that events for a domain are for: of those that have the domain, the one that has had it for the longest. Any
 * tenant may write any domain into a project, which must not silence, nor take from, who had it before. Null without any.
 */
export async function projectOfDomain(
  { prisma }: Pick<Store, 'prisma'>,
  domain: string,
): Promise<number | null> {
  if (!isStorableText(domain)) return null;
  const first = await prisma.project.findFirst({
    where: { domain },
    orderBy: [{ domainSince: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return first?.id ?? null;
}
