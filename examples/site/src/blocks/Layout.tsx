import type { ComponentChildren } from "preact";
import type { Guide } from "../content.ts";

type Settings = Pick<Guide["siteSettings"], "name" | "tagline" | "locale">;

export interface LayoutProps {
  settings: Settings;
  title: string;
  description: string;
  callToAction: { label: string; url: string };
  /** JSON-LD, in which nothing can end a script. */
  structuredData?: string;
  children: ComponentChildren;
}

/** What is around the content of every page. */
export function Layout({ settings, title, description, callToAction, structuredData, children }: LayoutProps) {
  return (
    <html lang={settings.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={description} />
        {["newsreader", "inter"].map((font) => (
          <link rel="preload" href={`/assets/${font}.woff2`} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="icon" href={ICON} />
        {structuredData && (
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structuredData }} />
        )}
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <header class="masthead">
          <a class="brand" href="/">
            <Signpost />
            {settings.name}
          </a>
          <nav aria-label="Site">
            <a href="/">All guides</a>
            <a class="button small" href={callToAction.url}>
              {callToAction.label}
            </a>
          </nav>
        </header>
        <main id="content">{children}</main>
        <footer class="colophon">
          <a class="brand" href="/">
            <Signpost />
            {settings.name}
          </a>
          <p>{settings.tagline}</p>
        </footer>
      </body>
    </html>
  );
}

const SIGNPOST = "M11 2h2v3h6l3 3-3 3h-6v2h4v6h-4v3h-2v-3H5l-3-3 3-3h6v-2H7V5h4z";
const ICON = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#0f5c4d" d="${SIGNPOST}"/></svg>`,
)}`;

function Signpost() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path fill="currentColor" d={SIGNPOST} />
    </svg>
  );
}
