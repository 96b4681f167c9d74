import type { RefObject } from "preact";
import { useId } from "preact/hooks";

import { dashboardMessagesFor } from "../../messages/dashboard/index.js";
import { tierName } from "../report/names.js";
import type { Settings } from "../report/settings.js";
import type { Standing } from "../report/standing.js";
import { Cites } from "../shared/cite.js";
import { Availability } from "./availability.js";
import { Cases } from "./cases.js";
import { ChooseFile } from "./choose.js";
import { Critical } from "./critical.js";
import { Figures } from "./figures.js";
import type { Page } from "./page.js";
import { Status } from "./status.js";

interface Props {
  page: Page;
  settings: Settings;
  tier: string | null;
  standing: Standing;
  isSample: boolean;
  heading: RefObject<HTMLHeadingElement | null>;
  onOutages(file: File): void;
}

/** The page of a month, as it is printed: its figures, and what the description promises of it. */
export function MonthPage({ page, settings, tier, standing, isSample, heading, onOutages }: Props) {
  const { scene, promises, monthName, hasAvailability } = page;
  const { description, say, format, language } = scene;
  const words = dashboardMessagesFor(language);
  const id = useId();
  return (
    <article class="page" part="page" aria-labelledby={id}>
      <header>
        <h2 id={id} tabIndex={-1} ref={heading}>
          {words.title(monthName)} <Cites scene={scene} clauses={promises.dashboard.clauses} />
        </h2>
        <p class="muted">
          {say(description.title)}. {words.source(settings.zone.replaceAll("_", " "), format.dateTime(settings.asOf))}{" "}
          <span part="standing">
            {standing === "unspecified"
              ? scene.messages.result.objectiveOnly
              : scene.messages.result.standing[standing]}
          </span>{" "}
          {isSample && <strong>{words.sample}</strong>}
        </p>
        {tier !== null && promises.dashboard.isExcluded && <p>{words.notIncluded(tierName(scene, tier))}</p>}
      </header>
      <Figures page={page} />
      <Cases page={page} />
      <div class="beside">
        <Critical page={page} />
        <Status page={page} />
      </div>
      {hasAvailability && (
        <Availability page={page}>
          <ChooseFile label={words.availability.choose} describedBy={`${id}-outages`} onFile={onOutages} />
          <p id={`${id}-outages`} class="small muted">
            {words.availability.help}
          </p>
        </Availability>
      )}
    </article>
  );
}
