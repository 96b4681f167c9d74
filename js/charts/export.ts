/** Saves a chart as self-contained SVG or as PNG. Nothing is parsed from text, because a strict header forbids that. */

const namespace = "http://www.w3.org/2000/svg";
/** Margin around the picture, in pixels. */
const edge = 24;

/** Computed styles that become attributes of a part of a picture. */
const properties = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "font-size",
  "font-weight",
  "font-family",
  "paint-order",
] as const;

/**
 * Returns a chart as SVG without a style sheet: with its current colours, and title and summary above the picture. `element` is
 * the chart, its picture, or an element that contains it.
 *
 * @throws Error if there is no chart
 */
export const svgText = (element: Element): string => new XMLSerializer().serializeToString(standalone(element).root);

/**
 * Returns the same as a PNG, twice as large so that it is sharp in a document. The picture is painted part by part, because SVG
 * as an image would need "data:" or "blob:" in img-src, which strict headers refuse. It is there at once: a browser saves a file
 * for the press of a button, and may refuse one that comes later.
 *
 * @throws Error if there is no chart, or the browser gives no canvas of this size
 */
export function pngBlob(element: Element, scale = 2): Blob {
  const { root, width, height } = standalone(element);
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas to paint on");
  context.scale(scale, scale);
  paint(context, root, { width, height });
  const [, base64] = canvas.toDataURL("image/png").split(",");
  if (!base64) throw new Error("no image of this size");
  return new Blob([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], { type: "image/png" });
}

/** Copies a chart so that it needs no style sheet. */
function standalone(element: Element): { root: SVGElement; width: number; height: number } {
  const figure = element.closest(".chart") ?? element.querySelector(".chart");
  const picture = figure?.querySelector<SVGSVGElement>(".plot svg");
  if (!figure || !picture) throw new Error("no chart here to save");
  const copy = resolved(picture);
  const [width, height] = [Number(picture.getAttribute("width")), Number(picture.getAttribute("height"))];
  const text = getComputedStyle(figure);
  const ground = groundOf(figure);
  const title = figure.querySelector("h3")?.textContent ?? "";
  const headings = wrapped(title, Math.floor(width / 10));
  const lines = wrapped(figure.querySelector("figcaption p")?.textContent ?? "", Math.floor(width / 6.6));
  const legend = keysOf(figure);
  const below = edge + headings.length * 24;
  const belowText = below + lines.length * 18;
  const top = belowText + (legend.length > 0 ? 28 : 0) + 16;

  const size = { width: Math.ceil(width) + 2 * edge, height: top + Math.ceil(height) + edge };
  const root = make("svg", { ...size, viewBox: `0 0 ${size.width} ${size.height}`, role: "img" });
  const font = { fill: text.color, "font-family": text.fontFamily };
  const write = (line: string, attributes: Record<string, string | number>) => {
    const element = make("text", { ...font, ...attributes });
    element.textContent = line;
    return element;
  };
  const [name, description] = [make("title"), make("desc")];
  name.textContent = title;
  description.textContent = lines.join(" ");
  const heading = headings.map((line, at) =>
    write(line, { x: edge, y: edge + 18 + at * 24, "font-size": "18px", "font-weight": "650" }),
  );
  const sentences = lines.map((line, at) => write(line, { x: edge, y: below + 16 + at * 18, "font-size": "13px" }));
  const shifted = make("g", { transform: `translate(${edge} ${top})` });
  shifted.append(...copy.childNodes);
  let x = edge;
  const keys = legend.map(({ swatch, word, width: room }) => {
    const key = make("g", { transform: `translate(${x} ${belowText + 12})` });
    key.append(...swatch.childNodes, write(word, { x: 20, y: 12, "font-size": "13px" }));
    x += room + 24;
    return key;
  });
  root.append(
    name,
    description,
    make("rect", { width: "100%", height: "100%", fill: ground }),
    ...heading,
    ...sentences,
    ...keys,
    shifted,
  );
  return { root, ...size };
}

/** Returns the legend of a chart: the meaning of colour and hatching. */
const keysOf = (figure: Element) =>
  [...figure.querySelectorAll(".legend .key")].flatMap((key) => {
    const swatch = key.querySelector<SVGSVGElement>("svg");
    return swatch === null
      ? []
      : [{ swatch: resolved(swatch), word: key.textContent ?? "", width: key.getBoundingClientRect().width }];
  });

function make(name: string, attributes: Record<string, string | number> = {}): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** Copies a picture so that every part has its own colours and its shape, and nothing else. */
function resolved(picture: SVGElement): SVGElement {
  const copy = picture.cloneNode(true) as SVGElement;
  const [shown, copies] = [picture.querySelectorAll("*"), copy.querySelectorAll("*")];
  const needless: Element[] = [];
  copies.forEach((part, at) => {
    const original = shown[at];
    if (original === undefined) return;
    for (const name of ["class", "role", "aria-label", "aria-hidden", "tabindex"]) part.removeAttribute(name);
    if (original.classList.contains("reach")) needless.push(part);
    else if (part.localName !== "g" && part.localName !== "defs" && part.localName !== "pattern")
      copyStyles(part, getComputedStyle(original));
    else if (original.classList.contains("pale")) part.setAttribute("opacity", getComputedStyle(original).opacity);
  });
  for (const part of needless) part.remove();
  return copy;
}

function copyStyles(part: Element, style: CSSStyleDeclaration): void {
  const isText = part.localName === "text";
  for (const property of properties) {
    if (!isText && property.startsWith("font-")) continue;
    // The attribute already names a pattern, with an ID inside the picture.
    if (property === "fill" && part.getAttribute("fill")?.startsWith("url(")) continue;
    const value = style.getPropertyValue(property);
    if (value !== "" && value !== defaultStyles[property]) part.setAttribute(property, value);
  }
  if (!isText) return;
  const anchor = part.getAttribute("text-anchor");
  if (anchor === null) part.setAttribute("text-anchor", "start");
}

/** Default values, which are left out. */
const defaultStyles: Partial<Record<(typeof properties)[number], string>> = {
  "fill-opacity": "1",
  stroke: "none",
  opacity: "1",
  "font-weight": "400",
  "paint-order": "normal",
};

/** Returns the background of the chart: that of the first ancestor that is not transparent, across shadow trees. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at !== null; ) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== "transparent" && !/[,/] ?0\)$/.test(backgroundColor)) return backgroundColor;
    const root: Node = at.getRootNode();
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return "white";
}

/** Wraps a text into lines of at most `most` characters. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.filter((line) => line !== "");
}

interface Size {
  width: number;
  height: number;
}

type Context = CanvasRenderingContext2D;

/** Paints an SVG element and everything in it. */
export function paint(context: Context, root: Element, size: Size): void {
  for (const child of root.children) paintOne(context, child, size);
}

function paintOne(context: Context, element: Element, size: Size): void {
  context.save();
  const [, x, y] = /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(element.getAttribute("transform") ?? "") ?? [];
  if (x !== undefined) context.translate(Number(x), Number(y));
  context.globalAlpha *= number(element, "opacity", 1);
  switch (element.localName) {
    case "g":
      paint(context, element, size);
      break;
    case "rect": {
      const path = new Path2D();
      path.rect(
        number(element, "x"),
        number(element, "y"),
        length(element, "width", size.width),
        length(element, "height", size.height),
      );
      shape(context, element, path);
      break;
    }
    case "circle": {
      const path = new Path2D();
      path.arc(number(element, "cx"), number(element, "cy"), number(element, "r"), 0, 2 * Math.PI);
      shape(context, element, path);
      break;
    }
    case "path":
      shape(context, element, new Path2D(element.getAttribute("d") ?? ""));
      break;
    case "text":
      text(context, element);
      break;
    // Definitions are painted at their uses; titles are for screen readers.
    default:
      break;
  }
  context.restore();
}

function shape(context: Context, element: Element, path: Path2D): void {
  const [fill, stroke] = [element.getAttribute("fill") ?? "black", element.getAttribute("stroke") ?? "none"];
  if (fill !== "none") {
    const solid = context.globalAlpha;
    context.globalAlpha = solid * number(element, "fill-opacity", 1);
    context.fillStyle = fill.startsWith("url(") ? pattern(context, element, fill) : fill;
    context.fill(path);
    context.globalAlpha = solid;
  }
  if (stroke !== "none") {
    context.strokeStyle = stroke;
    context.lineWidth = number(element, "stroke-width", 1);
    context.stroke(path);
  }
}

function text(context: Context, element: Element): void {
  const given = (name: string, otherwise: string) => element.getAttribute(name) ?? otherwise;
  context.font = `${given("font-weight", "400")} ${given("font-size", "12px")} ${given("font-family", "sans-serif")}`;
  const anchor = given("text-anchor", "start");
  context.textAlign = anchor === "middle" ? "center" : anchor === "end" ? "right" : "left";
  context.textBaseline = "alphabetic";
  const place = [element.textContent ?? "", number(element, "x"), number(element, "y")] as const;
  // An outline keeps letters legible where they cross a line, so it is drawn below them.
  if (given("stroke", "none") !== "none") {
    context.strokeStyle = given("stroke", "none");
    context.lineWidth = number(element, "stroke-width", 1);
    context.lineJoin = "round";
    context.strokeText(...place);
  }
  context.fillStyle = given("fill", "black");
  context.fillText(...place);
}

/** Patterns of a canvas by their fills: a chart can have a hundred hatched squares, but only one pattern. */
const patterns = new WeakMap<Context, Map<string, CanvasPattern | string>>();

function pattern(context: Context, element: Element, fill: string): CanvasPattern | string {
  const known = patterns.get(context) ?? new Map<string, CanvasPattern | string>();
  patterns.set(context, known);
  const made = known.get(fill) ?? tiled(context, element, fill);
  known.set(fill, made);
  return made;
}

/** Returns the pattern that a fill names as a tile, drawn four times as large for an enlarged canvas. */
function tiled(context: Context, element: Element, fill: string): CanvasPattern | string {
  const id = /#([^)"']+)/.exec(fill)?.[1] ?? "";
  const definition = [...(element.closest("svg")?.querySelectorAll("pattern") ?? [])].find((each) => each.id === id);
  if (definition === undefined) return "transparent";
  const size = { width: number(definition, "width"), height: number(definition, "height") };
  const tile = document.createElement("canvas");
  const scale = 4;
  [tile.width, tile.height] = [size.width * scale, size.height * scale];
  const inside = tile.getContext("2d");
  if (inside === null) return "transparent";
  inside.scale(scale, scale);
  paint(inside, definition, size);
  const repeated = context.createPattern(tile, "repeat");
  repeated?.setTransform(new DOMMatrix().scale(1 / scale));
  return repeated ?? "transparent";
}

function number(element: Element, name: string, otherwise = 0): number {
  const value = Number.parseFloat(element.getAttribute(name) ?? "");
  return Number.isNaN(value) ? otherwise : value;
}

/** Reads a length, which can be a percentage of the picture. */
function length(element: Element, name: string, whole: number): number {
  const value = element.getAttribute(name) ?? "";
  return value.endsWith("%") ? (whole * Number.parseFloat(value)) / 100 : number(element, name);
}
