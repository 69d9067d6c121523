import type { ComponentChildren } from "preact";

/** A block of a guide's page, by its id, under a heading of the second level if it has one. */
export function Block({ id, heading, children }: { id: string; heading?: string; children: ComponentChildren }) {
  const labelled = heading ? { "aria-labelledby": `${id}-heading` } : {};
  return (
    <section id={id} class={`block ${id}`} data-block={id} {...labelled}>
      {heading && <h2 id={`${id}-heading`}>{heading}</h2>}
      {children}
    </section>
  );
}
