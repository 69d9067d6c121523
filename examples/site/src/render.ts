import Eleventy from "@11ty/eleventy";
import type { Content } from "./content.ts";

/** Writes pages of guides, and the first page if it is asked for, into the folder of a site. */
export async function render(content: Content, slugs: readonly string[], withIndex: boolean, site: string): Promise<void> {
  const eleventy = new Eleventy("src/pages", site, {
    configPath: "eleventy.config.ts",
    quietMode: true,
    config(configuration) {
      configuration.addGlobalData("guides", slugs.map((slug) => content.guides.get(slug)));
      configuration.addGlobalData("index", withIndex ? content.index : undefined);
    },
  });
  await eleventy.write();
}
