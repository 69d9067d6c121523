import { Bibliography as Numbered } from "../bibliography.ts";
import { Layout } from "../blocks/Layout.tsx";
import { AlsoConsider, Invitation, Opening, Poll, Tldr, Trust } from "../blocks/opening.tsx";
import { Outlook, Path, Salary, Timeline } from "../blocks/path.tsx";
import { Backgrounds, Bibliography, Faqs } from "../blocks/people.tsx";
import { Prose, Sources } from "../blocks/Prose.tsx";
import { Block } from "../blocks/Block.tsx";
import { Background, Duties, SelfCheck, Skills } from "../blocks/role.tsx";
import type { Guide } from "../content.ts";

interface Data {
  guide: Guide;
}

export const data = {
  pagination: { data: "guides", size: 1, alias: "guide" },
  permalink: ({ guide }: Data) => `/guides/${guide.roleGuide.slug}/`,
};

export function render({ guide }: Data) {
  const { siteSettings, roleGuide, structuredData } = guide;
  return (
    <Layout
      settings={siteSettings}
      title={`${roleGuide.title} | ${siteSettings.name}`}
      description={roleGuide.description}
      callToAction={siteSettings.callToAction}
      structuredData={structuredData}
    >
      <Sources.Provider value={Numbered.of(roleGuide)}>
        <article class="guide">
          <Opening {...guide} />
          <Contents />
          <div class="blocks">
            <Tldr {...guide} />
            <Poll {...guide} />
            <Trust {...guide} />
            <Block id="intro">
              <Prose text={roleGuide.intro} />
            </Block>
            <AlsoConsider {...guide} />
            <Duties {...guide} />
            <Background {...guide} />
            <Skills {...guide} />
            <SelfCheck {...guide} />
            <Path {...guide} />
            <Timeline {...guide} />
            <Salary {...guide} />
            <Outlook {...guide} />
            <Backgrounds {...guide} />
            <Faqs {...guide} />
            <Bibliography />
            <Invitation id="call-to-action" invitation={roleGuide.callToAction} />
          </div>
        </article>
      </Sources.Provider>
    </Layout>
  );
}

const CONTENTS = [
  ["tldr", "In short"],
  ["what-they-do", "What they do"],
  ["background", "Background"],
  ["skills", "Skills"],
  ["path", "Step by step"],
  ["timeline", "How long"],
  ["salary", "Salary"],
  ["outlook", "Outlook"],
  ["backgrounds", "By background"],
  ["faqs", "Questions"],
  ["sources", "Sources"],
] as const;

function Contents() {
  return (
    <nav class="contents" aria-label="On this page">
      <ol>
        {CONTENTS.map(([id, name]) => (
          <li>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
