import { Layout } from "../blocks/Layout.tsx";
import type { Index } from "../content.ts";
import { capitalised, growth, range } from "../format.ts";

interface Data {
  index: Index | undefined;
}

export const data = { permalink: ({ index }: Data) => (index ? "/" : false) };

export function render({ index }: Data) {
  if (!index) return null;
  const { siteSettings, guides } = index;
  return (
    <Layout
      settings={siteSettings}
      title={`${siteSettings.name}: career guides`}
      description={siteSettings.tagline}
      callToAction={siteSettings.callToAction}
    >
      <header class="welcome">
        <h1>{siteSettings.tagline}</h1>
        <p class="subtitle">{siteSettings.trust.text}</p>
      </header>
      <ul class="guides">
        {guides.map(({ slug, role, subtitle, statistics, timeline, outlook }) => (
          <li>
            <a href={`/guides/${slug}/`}>
              <h2>{capitalised(role)}</h2>
              <p>{subtitle}</p>
              <dl>
                <div>
                  <dt>Months</dt>
                  <dd>{range(timeline.typical.from, timeline.typical.to)}</dd>
                </div>
                <div>
                  <dt>Growth {range(outlook.fromYear, outlook.toYear)}</dt>
                  <dd>{growth(outlook.growthPercent)}</dd>
                </div>
                {statistics.respondents !== null && (
                  <div>
                    <dt>Answers</dt>
                    <dd>n = {statistics.respondents}</dd>
                  </div>
                )}
              </dl>
            </a>
          </li>
        ))}
      </ul>
      <section class="block call-to-action">
        <h2>{siteSettings.callToAction.heading}</h2>
        <div class="prose" dangerouslySetInnerHTML={{ __html: siteSettings.callToAction.text.html }} />
        <p>
          <a class="button" href={siteSettings.callToAction.url}>
            {siteSettings.callToAction.label}
          </a>
        </p>
      </section>
    </Layout>
  );
}
