import type { Guide } from "../content.ts";
import { capitalised, day } from "../format.ts";
import { Block } from "./Block.tsx";
import { Basis, Markup, SampleSize } from "./Prose.tsx";

export function Opening({ roleGuide }: Guide) {
  return (
    <header class="opening" data-block="opening">
      <p class="eyebrow">
        Career guide <span>{roleGuide.year}</span>
      </p>
      <h1>{roleGuide.title}</h1>
      <p class="subtitle">{roleGuide.subtitle}</p>
      <p class="actions">
        <a class="button" href={roleGuide.callToAction.url}>
          {roleGuide.callToAction.label}
        </a>
        <span class="recent" data-block="recent-interest">
          {roleGuide.recentInterest.text}
        </span>
      </p>
      <p class="meta">
        <span>{roleGuide.basis.text}</span>
        <span>
          Last updated <time dateTime={roleGuide.publishedAt}>{day(roleGuide.publishedAt)}</time>
        </span>
      </p>
    </header>
  );
}

export function Tldr({ roleGuide }: Guide) {
  return (
    <Block id="tldr" heading="In short">
      <ul>
        {roleGuide.tldr.map((text) => (
          <li>
            <Markup text={text} />
          </li>
        ))}
      </ul>
      <Basis texts={roleGuide.tldr} />
    </Block>
  );
}

export function Poll({ roleGuide: { poll, statistics } }: Guide) {
  return (
    <Block id="poll" heading={poll.question}>
      <ul class="shares">
        {statistics.highlights.map(({ text, lead, answer }) =>
          answer === null ? (
            <li>
              <span>{text}</span>
              <em>too few to show</em>
            </li>
          ) : (
            <li style={{ "--share": `${answer.percent}%` }}>
              <strong>{answer.display}</strong>
              <span>{lead}</span>
              <em>{answer.label}</em>
            </li>
          ),
        )}
      </ul>
      {statistics.respondents !== null && (
        <p class="basis">
          <SampleSize sizes={[statistics.respondents]} asOf={statistics.asOf} />
        </p>
      )}
    </Block>
  );
}

export function Trust({ siteSettings }: Guide) {
  return (
    <Block id="trust">
      <p>{siteSettings.trust.text}</p>
      {siteSettings.press && (
        <p class="press">
          {siteSettings.pressIntro && <span>{siteSettings.pressIntro}</span>}
          {siteSettings.press.map(({ name, url }) => (url ? <a href={url}>{name}</a> : <b>{name}</b>))}
        </p>
      )}
    </Block>
  );
}

export function AlsoConsider({ roleGuide }: Guide) {
  const { careers } = roleGuide.alsoConsider;
  if (careers.length === 0) return null;
  return (
    <Block id="also-consider" heading="Other paths to consider">
      <ul class="cards">
        {careers.map(({ guide }) => (
          <li>
            <a href={`/guides/${guide.slug}/`}>
              <strong>{capitalised(guide.role)}</strong>
              <span>{guide.subtitle}</span>
            </a>
          </li>
        ))}
      </ul>
    </Block>
  );
}

export function Invitation({ id, invitation }: { id: string; invitation: Guide["roleGuide"]["callToAction"] }) {
  return (
    <Block id={id} heading={invitation.heading}>
      <Markup text={invitation.text} />
      <p>
        <a class="button" href={invitation.url}>
          {invitation.label}
        </a>
      </p>
      <Basis texts={[invitation.text]} />
    </Block>
  );
}
