import type { Content } from "./content.ts";
import type { ChangedPagesQuery } from "./generated/operations.ts";
import { changedPages, type Guidepost } from "./guidepost.ts";

/**
 * Whether an edition has a later release or later statistics than another, so that no changes lead from it to that one. So it is with the
 * newest one where the server was set up anew, or has its database back as it was some time ago.
 */
export function isLater(edition: string, other: string): boolean {
  const [release = 0, snapshot = 0] = edition.split(".").map(Number);
  const [otherRelease = 0, otherSnapshot = 0] = other.split(".").map(Number);
  return release > otherRelease || snapshot > otherSnapshot;
}

/** The slugs of those guides of an earlier build whose pages are other ones in an edition. */
export async function staleGuides(guidepost: Guidepost, last: Content, edition: string): Promise<ReadonlySet<string>> {
  // While the search engine is away, a guide comes without its related careers.
  const stale = new Set([...last.guides].filter(([, guide]) => guide.roleGuide.alsoConsider.degraded).map(([slug]) => slug));
  if (last.edition === edition) return stale;
  let after: string | null = null;
  do {
    const { changes }: ChangedPagesQuery = await guidepost.ask(changedPages, { since: last.edition, edition, after }, edition);
    for (const { type, slug, previousSlug, everyPage, pages } of changes.nodes) {
      if (everyPage) return new Set(last.guides.keys());
      pages.filter((page) => page.type === "RoleGuide").forEach((page) => stale.add(page.slug));
      if (type === "RoleGuide") alsoShowing(last, [slug, previousSlug]).forEach((guide) => stale.add(guide));
    }
    after = changes.pageInfo.hasNextPage ? changes.pageInfo.endCursor : null;
  } while (after !== null);
  return stale;
}

/** The guides that another one is shown beside, as a career to consider as well. */
function alsoShowing(last: Content, slugs: (string | null)[]): string[] {
  return [...last.guides.values()]
    .map(({ roleGuide }) => roleGuide)
    .filter(({ alsoConsider }) => alsoConsider.careers.some(({ guide }) => slugs.includes(guide.slug)))
    .map(({ slug }) => slug);
}
