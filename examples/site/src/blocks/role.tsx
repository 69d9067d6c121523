import type { Guide } from "../content.ts";
import type { PointFragment } from "../generated/operations.ts";
import { Block } from "./Block.tsx";
import { Basis, Markup, Prose } from "./Prose.tsx";

export function Duties({ roleGuide: { roleWithArticle, whatTheyDo } }: Guide) {
  return (
    <Block id="what-they-do" heading={`What does ${roleWithArticle} do?`}>
      <Prose text={whatTheyDo.intro} />
      <Points points={whatTheyDo.duties} />
      <aside class="note" aria-label="Misconceptions">
        <h3>What people get wrong</h3>
        <Prose text={whatTheyDo.misconceptions} />
      </aside>
    </Block>
  );
}

export function Background({ roleGuide: { background } }: Guide) {
  return (
    <Block id="background" heading="What background do you need?">
      <Prose text={background.intro} />
      <Points points={background.qualities} />
      {background.closing && <Prose text={background.closing} />}
    </Block>
  );
}

function Points({ points }: { points: PointFragment[] }) {
  return (
    <>
      <dl class="points">
        {points.map(({ label, text }) => (
          <div>
            <dt>{label}</dt>
            <dd>
              <Markup text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <Basis texts={points.map(({ text }) => text)} />
    </>
  );
}

export function Skills({ roleGuide: { skillsIntro, skills } }: Guide) {
  return (
    <Block id="skills" heading="The skills that matter most">
      <Prose text={skillsIntro} />
      <ol class="skills-list">
        {skills.map(({ name, description, foundation }) => (
          <li>
            <h3>{name}</h3>
            <Prose text={description} />
            <div class="foundation">
              <Prose text={foundation} />
            </div>
          </li>
        ))}
      </ol>
    </Block>
  );
}

/** How many steps the scale of the self-check has. */
const STEPS = [1, 2, 3, 4, 5];

export function SelfCheck({ roleGuide: { selfCheck, skills } }: Guide) {
  return (
    <Block id="self-check" heading="Rate yourself">
      <p>{selfCheck.intro}</p>
      {skills
        .filter((skill) => skill.selfCheck)
        .map(({ name }, index) => (
          <fieldset>
            <legend>{name}</legend>
            <span class="end">{selfCheck.lowLabel}</span>
            <span class="scale">
              {STEPS.map((step) => (
                <input type="radio" name={`skill-${index}`} value={step} aria-label={`${step} of ${STEPS.length}`} />
              ))}
            </span>
            <span class="end">{selfCheck.highLabel}</span>
          </fieldset>
        ))}
    </Block>
  );
}
