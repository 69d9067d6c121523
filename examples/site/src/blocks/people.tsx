import type { Guide } from "../content.ts";
import { capitalised, day } from "../format.ts";
import type { AnswerFragment } from "../generated/operations.ts";
import { Block } from "./Block.tsx";
import { Prose, SampleSize, Sources } from "./Prose.tsx";
import { useContext } from "preact/hooks";

export function Backgrounds({ roleGuide: { pathsByBackground, statistics } }: Guide) {
  return (
    <Block id="backgrounds" heading="Paths by background">
      <Prose text={pathsByBackground} />
      {statistics.byBackground.map(({ label, respondents, suppressed, questions }, index) => (
        <details name="background" open={index === 0}>
          <summary>
            {capitalised(label)} <small>{respondents === null ? "too few to show" : `n = ${respondents}`}</small>
          </summary>
          {suppressed || respondents === null ? (
            <p>Too few people with this background have answered for their figures to be shown.</p>
          ) : (
            <>
              <div class="columns">
                {questions.map(({ heading, answers }) => (
                  <Answers heading={heading} answers={answers} />
                ))}
              </div>
              <p class="basis">
                <SampleSize sizes={[respondents]} asOf={statistics.asOf} />
              </p>
            </>
          )}
        </details>
      ))}
    </Block>
  );
}

function Answers({ heading, answers }: { heading: string; answers: AnswerFragment[] }) {
  return (
    <table class="answers">
      <caption>{heading}</caption>
      <tbody>
        {answers.map(({ label, display, percent, count }) => (
          <tr style={{ "--share": `${percent}%` }}>
            <th scope="row">{label}</th>
            <td title={`${count} people`}>{display}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Faqs({ roleGuide: { faqs } }: Guide) {
  return (
    <Block id="faqs" heading="Questions people ask">
      {faqs.map(({ slug, question, answer }) => (
        <details id={`faq-${slug}`}>
          <summary>
            <h3>{question}</h3>
          </summary>
          <Prose text={answer} />
        </details>
      ))}
    </Block>
  );
}

export function Bibliography() {
  const { sources } = useContext(Sources);
  return (
    <Block id="sources" heading="Further reading and sources">
      <ol>
        {sources.map(({ slug, title, url, publisher, accessed, note }) => (
          <li id={`source-${slug}`}>
            <a href={url}>{title}</a>
            {publisher && <span class="publisher">{publisher}</span>}
            {note && <p>{note}</p>}
            {accessed && (
              <small>
                Read on <time dateTime={accessed}>{day(accessed)}</time>
              </small>
            )}
          </li>
        ))}
      </ol>
    </Block>
  );
}
