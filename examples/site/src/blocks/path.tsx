import type { Guide } from "../content.ts";
import { capitalised, growth, money, range, span } from "../format.ts";
import type { ReadingFragment } from "../generated/operations.ts";
import { Block } from "./Block.tsx";
import { Prose } from "./Prose.tsx";

export function Path({ roleGuide: { roleWithArticle, pathIntro, phases } }: Guide) {
  return (
    <Block id="path" heading={`Becoming ${roleWithArticle}, step by step`}>
      {pathIntro && <Prose text={pathIntro} />}
      <ol class="roadmap">
        {phases.map(({ name, unit, from, to, body }) => (
          <li>
            <h3>
              {name} <span class="when">{capitalised(`${unit.toLowerCase()} ${range(from, to)}`)}</span>
            </h3>
            <Prose text={body} />
          </li>
        ))}
      </ol>
    </Block>
  );
}

export function Timeline({ roleGuide: { timeline } }: Guide) {
  return (
    <Block id="timeline" heading="How long does it take?">
      <dl class="facts">
        <div>
          <dt>Typical</dt>
          <dd>
            {range(timeline.typical.from, timeline.typical.to)} <small>months</small>
          </dd>
        </div>
        <div>
          <dt>Fastest realistic track</dt>
          <dd>
            {timeline.fastestMonths} <small>months</small>
          </dd>
        </div>
      </dl>
      <Prose text={timeline.note} />
    </Block>
  );
}

export function Salary({ roleGuide: { salary } }: Guide) {
  const most = Math.max(...salary.bands.map((band) => band.high));
  return (
    <Block id="salary" heading="Salary and where it leads">
      <Prose text={salary.intro} />
      <table class="bands">
        <caption>Pay a year, in {salary.currency}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">Level</th>
            <th scope="col">Pay</th>
          </tr>
        </thead>
        <tbody>
          {salary.bands.map(({ level, fromYears, toYears, low, high, openEnded }) => (
            <tr class={openEnded ? "open" : undefined} style={{ "--low": low / most, "--high": high / most }}>
              <th scope="row">
                {level} <small>{span("years", fromYears, toYears)}</small>
              </th>
              <td>
                {money(low, salary.currency)}–{money(high, salary.currency)}
                {openEnded && <span title="and beyond">+</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="columns">
        <Chips heading="Where it can lead" items={salary.growthPaths} />
        <Chips heading="What to specialise in" items={salary.specialisations} />
      </div>
      <h3>Working remotely</h3>
      <Prose text={salary.remote} />
      <Reading source={salary.source} />
    </Block>
  );
}

function Chips({ heading, items }: { heading: string; items: string[] }) {
  return (
    <div>
      <h3>{heading}</h3>
      <ul class="chips">
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </div>
  );
}

export function Outlook({ roleGuide: { outlook } }: Guide) {
  return (
    <Block id="outlook" heading="Job outlook">
      <dl class="facts">
        <div>
          <dt>Projected growth, {range(outlook.fromYear, outlook.toYear)}</dt>
          <dd>{growth(outlook.growthPercent)}</dd>
        </div>
        <div>
          <dt>Compared with {outlook.comparedWith}</dt>
          <dd class="words">{outlook.comparison}</dd>
        </div>
        <div>
          <dt>Projected for</dt>
          <dd class="words">{outlook.occupation}</dd>
        </div>
      </dl>
      <Prose text={outlook.summary} />
      <Reading source={outlook.source} />
    </Block>
  );
}

/** The source that a block rests on as a whole. */
function Reading({ source }: { source: ReadingFragment }) {
  return (
    <p class="basis">
      Source: {source.publisher}, <a href={source.url}>{source.title}</a>
    </p>
  );
}
