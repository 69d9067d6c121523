/** Builds the site of the newest edition. What the last build has and nothing has changed is taken over from it. */
import { fileURLToPath } from "node:url";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { fingerprint } from "./fingerprint.ts";
import { Guidepost, newestEdition, SERVER } from "./guidepost.ts";
import { pull } from "./pull.ts";
import { render } from "./render.ts";
import { isLater, staleGuides } from "./stale.ts";
import { Workspace } from "./workspace.ts";

const FOLDER = fileURLToPath(new URL("..", import.meta.url));

process.chdir(FOLDER);
const guidepost = new Guidepost(SERVER);
const workspace = new Workspace(FOLDER);
const code = await fingerprint(FOLDER);
const remembered = await workspace.last(code);
const { edition } = await guidepost.ask(newestEdition, {});
const last = remembered && isLater(remembered.edition, edition.id) ? undefined : remembered;
if (remembered && !last) {
  console.log(`The last build was of edition ${remembered.edition}, and the server has none later than ${edition.id}: everything is made anew`);
}
const stale = last ? await staleGuides(guidepost, last, edition.id) : new Set<string>();
const content = await pull(guidepost, edition.id, last?.guides ?? new Map(), stale);

const made = [...content.guides].filter(([slug, guide]) => guide !== last?.guides.get(slug)).map(([slug]) => slug);
const gone = [...(last?.guides.keys() ?? [])].filter((slug) => !content.guides.has(slug));
const withIndex = !isDeepStrictEqual(content.index, last?.index);
await workspace.replace(content, code, last !== undefined, async (site) => {
  await Promise.all(gone.map((slug) => rm(join(site, "guides", slug), { recursive: true })));
  await render(content, made, withIndex, site);
});

console.log(`Edition ${edition.id}${last ? `, after ${last.edition}` : ""}`);
for (const page of [...(withIndex ? ["/"] : []), ...made.sort().map(guidePath)]) console.log(`made    ${page}`);
for (const page of gone.sort().map(guidePath)) console.log(`deleted ${page}`);

function guidePath(slug: string): string {
  return `/guides/${slug}/`;
}
