import { useId, useState } from "preact/hooks";

import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import type { Page } from "./page.js";
import { Section } from "./section.js";

/** What is open, what the log leaves open, and the projects, of which no log tells. */
export function Status({ page }: { page: Page }) {
  const { scene, detail, whole, promises } = page;
  const words = dashboardMessagesFor(scene.language).status;
  const id = useId();
  const [notes, setNotes] = useState("");
  const running = detail.groups.find(({ tier, severity }) => tier === null && severity === null)?.running ?? 0;
  const problems = whole.problems.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section scene={scene} name="status" heading={words.heading} promise={promises.status}>
      <p>
        {running === 0 ? words.noneRunning : words.running(running)}{" "}
        {problems === 0 ? words.noProblems : words.problems(problems)}
      </p>
      <div class={notes.trim() === "" ? "field projects no-print" : "field projects"}>
        <label for={id}>{words.projects}</label>
        <textarea
          id={id}
          class="no-print"
          rows={3}
          value={notes}
          aria-describedby={`${id}-help`}
          onInput={(event) => setNotes(event.currentTarget.value)}
        />
        <p id={`${id}-help`} class="small muted no-print">
          {words.projectsHelp}
        </p>
        {/* A control prints as much as it shows. */}
        <p class="printed" aria-hidden="true">
          {notes}
        </p>
      </div>
    </Section>
  );
}
