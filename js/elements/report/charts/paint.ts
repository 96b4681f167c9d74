/** Paints the SVG of a chart on a canvas: the few shapes that charts are made of, each with its own attributes. */

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
    // What is defined is painted where it is used; titles are for those who listen.
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
  // The only lines around letters are those that keep them free of what they cross: they lie below.
  if (given("stroke", "none") !== "none") {
    context.strokeStyle = given("stroke", "none");
    context.lineWidth = number(element, "stroke-width", 1);
    context.lineJoin = "round";
    context.strokeText(...place);
  }
  context.fillStyle = given("fill", "black");
  context.fillText(...place);
}

/** Patterns of a canvas by the fills that name them: a week of hours has a hundred hatched squares, and one hatching. */
const patterns = new WeakMap<Context, Map<string, CanvasPattern | string>>();

function pattern(context: Context, element: Element, fill: string): CanvasPattern | string {
  const known = patterns.get(context) ?? new Map<string, CanvasPattern | string>();
  patterns.set(context, known);
  const made = known.get(fill) ?? tiled(context, element, fill);
  known.set(fill, made);
  return made;
}

/** The pattern that a fill names, as a tile; drawn four times as large, for a canvas that is itself enlarged. */
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

/** A length, which may be a share of the whole. */
function length(element: Element, name: string, whole: number): number {
  const value = element.getAttribute(name) ?? "";
  return value.endsWith("%") ? (whole * Number.parseFloat(value)) / 100 : number(element, name);
}
