import { useRef } from "preact/hooks";

import { reportMessagesFor } from "../../messages/report/index.js";
import type { Scene } from "../shared/element.js";
import { pngBlob, svgText } from "./charts/index.js";
import { csvOf, type Table } from "../shared/spreadsheet.js";
import { download, downloadBlob } from "./save.js";

interface Props {
  scene: Scene;
  /** Name of the file, without its kind. */
  file: string;
  /** The figures of the chart, asked for when they are saved. */
  table(): Table | undefined;
}

/** Saves the chart that it stands in: as a picture, or its figures for a spreadsheet. */
export function SaveChart({ scene, file, table }: Props) {
  const words = reportMessagesFor(scene.language).pictures;
  const box = useRef<HTMLDivElement>(null);
  const withChart = (act: (chart: HTMLElement) => void) => () => {
    if (box.current !== null) act(box.current);
  };
  const saveTable = () => {
    const figures = table();
    if (figures !== undefined) download(`${file}.csv`, csvOf(figures, scene.language), "text/csv");
  };
  return (
    <div ref={box} class="actions save no-print">
      <span class="muted">{words.save}</span>
      <button
        type="button"
        class="link target"
        aria-label={words.svg}
        onClick={withChart((chart) => download(`${file}.svg`, svgText(chart), "image/svg+xml"))}
      >
        SVG
      </button>
      <button
        type="button"
        class="link target"
        aria-label={words.png}
        onClick={withChart((chart) => void pngBlob(chart).then((blob) => downloadBlob(`${file}.png`, blob)))}
      >
        PNG
      </button>
      <button type="button" class="link target" aria-label={words.csv} onClick={saveTable}>
        CSV
      </button>
    </div>
  );
}
