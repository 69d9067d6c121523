import type { Configuration } from "@11ty/eleventy";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** Pages are typed components, rendered to HTML; styles and fonts are copied as they are. */
export default function (eleventy: Configuration): void {
  eleventy.addTemplateFormats("11ty.tsx");
  eleventy.addExtension("11ty.tsx", {
    key: "11ty.js",
    compile() {
      return async function (data) {
        return `<!doctype html>\n${renderToString((await this.defaultRenderer(data)) as VNode)}\n`;
      };
    },
  });
  eleventy.addPassthroughCopy({
    "src/site.css": "assets/site.css",
    "node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2": "assets/inter.woff2",
    "node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2": "assets/newsreader.woff2",
  });
}
