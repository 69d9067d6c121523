import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { day } from "../format.ts";
import type { TextFragment } from "../generated/operations.ts";
import { Bibliography } from "../bibliography.ts";

/** The sources of the page that a text is on. */
export const Sources = createContext(new Bibliography([]));

/** A text as HTML, which the server has made safe; its citations are numbered as the sources of the page are. */
export function Markup({ text }: { text: TextFragment }) {
  const sources = useContext(Sources);
  return <div class="prose" dangerouslySetInnerHTML={{ __html: sources.renumber(text.html) }} />;
}

/** A text, and under it what its figures rest on. */
export function Prose({ text }: { text: TextFragment }) {
  return (
    <>
      <Markup text={text} />
      <Basis texts={[text]} />
    </>
  );
}

/** How many people the figures of texts rest on; nothing where there are none. */
export function Basis({ texts }: { texts: TextFragment[] }) {
  const figures = texts.flatMap((text) => text.figures);
  const sizes = [...new Set(figures.flatMap((figure) => figure.n ?? []))];
  const asOf = figures[0]?.asOf;
  if (!asOf) return null;
  return (
    <p class="basis">
      {sizes.length > 0 && <SampleSize sizes={sizes} asOf={asOf} />}
      {figures.some((figure) => figure.suppressed) && " Groups that are too small to be shown are left out."}
    </p>
  );
}

/** How many people were asked, and when the answers were counted. */
export function SampleSize({ sizes, asOf }: { sizes: number[]; asOf: string }) {
  const groups = new Intl.ListFormat("en-GB").format(sizes.map((size) => size.toLocaleString("en-GB")));
  return (
    <span class="sample">
      n = {groups}, as of <time dateTime={asOf}>{day(asOf)}</time>
    </span>
  );
}
