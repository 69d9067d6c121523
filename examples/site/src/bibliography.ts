import type { ReadingFragment } from "./generated/operations.ts";

type Source = Pick<ReadingFragment, "slug" | "title" | "url"> & Partial<ReadingFragment>;

/** The sources of a page, each under one number, whatever the texts are that cite it. */
export class Bibliography {
  readonly sources: readonly Source[];
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(sources: readonly Source[]) {
    this.sources = sources;
    this.#numbers = new Map(sources.map((source, index) => [source.slug, index + 1]));
  }

  /** Those that a guide names itself, in its order, and then those that its texts cite besides. */
  static of(guide: { sources: readonly Source[] }): Bibliography {
    const sources = new Map(guide.sources.map((source) => [source.slug, source]));
    for (const source of cited(guide)) {
      if (!sources.has(source.slug)) sources.set(source.slug, source);
    }
    return new Bibliography([...sources.values()]);
  }

  /** A source's number; nothing: it is none of these. */
  number(slug: string): number | undefined {
    return this.#numbers.get(slug);
  }

  /** A text's HTML, in which each citation has its number in the text, with that on the page in its place; it ends the word before it. */
  renumber(html: string): string {
    return html.replace(/\s+(?=<sup class="citation">)/g, "").replace(
      /<a href="#source-([a-z0-9-]+)">(\d+)<\/a>/g,
      (_, slug: string, number: string) =>
        `<a href="#source-${slug}" aria-label="Source ${this.number(slug) ?? number}">${this.number(slug) ?? number}</a>`,
    );
  }
}

/** The sources that are cited anywhere in a value, however deep: every text has a list of them. */
function cited(value: unknown): Source[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([field, child]) =>
    field === "citations" ? (child as { source: Source }[]).map(({ source }) => source) : cited(child),
  );
}
