import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Content, Guide, Index } from "./content.ts";

/**
 * Where builds are: `build/site` is what is served, `build/data` what it was made of. The next build is made beside it from a copy
 * and takes its place as a whole, so that the two always belong together and a build that fails changes nothing.
 */
export class Workspace {
  readonly #current: string;
  readonly #next: string;
  readonly #previous: string;

  constructor(folder: string) {
    this.#current = join(folder, "build");
    this.#next = join(folder, "build.next");
    this.#previous = join(folder, "build.previous");
  }

  /** What the last build was made of; nothing: there was none, or one by other code, whose fingerprint is another. */
  async last(fingerprint: string): Promise<Content | undefined> {
    if (!existsSync(this.#current) && existsSync(this.#previous)) await rename(this.#previous, this.#current);
    const data = join(this.#current, "data");
    if (!existsSync(data)) return undefined;
    const build = await json<{ edition: string; fingerprint: string }>(join(data, "build.json"));
    if (build.fingerprint !== fingerprint) return undefined;
    const files = await readdir(join(data, "guides"));
    const guides = await Promise.all(files.map((file) => json<Guide>(join(data, "guides", file))));
    return {
      edition: build.edition,
      index: await json<Index>(join(data, "index.json")),
      guides: new Map(guides.map((guide) => [guide.roleGuide.slug, guide])),
    };
  }

  /**
   * Makes the next build and puts it into place.
   *
   * @param kept whether the pages of the last one stay where nothing takes their place
   * @param pages writes pages into the folder of the site
   */
  async replace(content: Content, fingerprint: string, kept: boolean, pages: (site: string) => Promise<void>): Promise<void> {
    await rm(this.#next, { recursive: true, force: true });
    const site = join(this.#next, "site");
    await mkdir(site, { recursive: true });
    if (kept) await cp(join(this.#current, "site"), site, { recursive: true, preserveTimestamps: true });
    await pages(site);
    await this.#write(content, fingerprint);
    await rm(this.#previous, { recursive: true, force: true });
    if (existsSync(this.#current)) await rename(this.#current, this.#previous);
    await rename(this.#next, this.#current);
    await rm(this.#previous, { recursive: true, force: true });
  }

  async #write(content: Content, fingerprint: string): Promise<void> {
    const data = join(this.#next, "data");
    await mkdir(join(data, "guides"), { recursive: true });
    const files = [...content.guides].map(([slug, guide]) => [join("guides", `${slug}.json`), guide] as const);
    await Promise.all(
      [...files, ["index.json", content.index] as const, ["build.json", { edition: content.edition, fingerprint }] as const].map(
        ([file, value]) => writeFile(join(data, file), JSON.stringify(value)),
      ),
    );
  }
}

async function json<Value>(file: string): Promise<Value> {
  return JSON.parse(await readFile(file, "utf8"));
}
