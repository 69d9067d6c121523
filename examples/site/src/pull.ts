import { present, type Content, type Guide, type Index, type Present } from "./content.ts";
import type { IndexPageQuery } from "./generated/operations.ts";
import { guidePage, indexPage, type Guidepost } from "./guidepost.ts";

/** How many guides are asked for at a time. */
const AT_ONCE = 4;

/** What is in an edition. Of the guides, those that are known already and not among the stale are not asked for again. */
export async function pull(
  guidepost: Guidepost,
  edition: string,
  known: ReadonlyMap<string, Guide>,
  stale: ReadonlySet<string>,
): Promise<Content> {
  const index = await pullIndex(guidepost, edition);
  const guides = new Map<string, Guide>();
  const wanted: string[] = [];
  for (const { slug } of index.guides) {
    const guide = stale.has(slug) ? undefined : known.get(slug);
    if (guide) guides.set(slug, guide);
    else wanted.push(slug);
  }
  while (wanted.length > 0) {
    await Promise.all(
      wanted.splice(0, AT_ONCE).map(async (slug) => {
        guides.set(slug, present(await guidepost.ask(guidePage, { slug }, edition), slug));
      }),
    );
  }
  return { edition, index, guides };
}

async function pullIndex(guidepost: Guidepost, edition: string): Promise<Index> {
  const guides: Index["guides"] = [];
  let after: string | null = null;
  do {
    const page: Present<IndexPageQuery> = present(await guidepost.ask(indexPage, { after }, edition), "the index");
    guides.push(...page.roleGuides.nodes);
    if (!page.roleGuides.pageInfo.hasNextPage) return { siteSettings: page.siteSettings, guides };
    after = page.roleGuides.pageInfo.endCursor;
  } while (true);
}
