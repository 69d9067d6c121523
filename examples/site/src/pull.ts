import { present, type Content, type Guide, type Index, type Present } from "./content.ts";
import type { IndexPageQuery } from "./generated/operations.ts";
import { guidePage, indexPage, structuredData, type Guidepost } from "./guidepost.ts";

/** How many guides are asked for at a time. */
const AT_ONCE = 4;
/** Where readers find the site. */
export const SITE = process.env.SITE_URL ?? "http://127.0.0.1:8081";

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
        guides.set(slug, await pullGuide(guidepost, slug, edition));
      }),
    );
  }
  return { edition, index, guides };
}

async function pullGuide(guidepost: Guidepost, slug: string, edition: string): Promise<Guide> {
  const url = new URL(`/guides/${slug}/`, SITE).href;
  const [page, structured] = await Promise.all([
    guidepost.ask(guidePage, { slug }, edition),
    guidepost.ask(structuredData, { slug, url }, edition),
  ]);
  return { ...present(page, slug), structuredData: present(structured, slug).roleGuide.jsonLd };
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
