/** The code of an example, as text that can be copied. */

/** Attributes in order; undefined and "" are left out, true has no value. */
export type Attributes = Record<string, string | boolean | undefined>;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** A start tag, on several lines if it is long. */
export function startTag(name: string, attributes: Attributes = {}): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined || value === false || value === "" ? [] : [value === true ? key : `${key}="${escaped(value)}"`],
  );
  const line = `<${[name, ...written].join(" ")}>`;
  return line.length <= 76 ? line : `<${name}${written.map((each) => `\n  ${each}`).join("")}>`;
}

/** An element around some lines, which are moved in. */
export function element(name: string, attributes: Attributes, ...inside: string[]): string {
  const content = inside.filter((each) => each !== "").join("\n");
  if (content === "") return `${startTag(name, attributes)}</${name}>`;
  return `${startTag(name, attributes)}\n${indented(content)}\n</${name}>`;
}

/** Indents every line that is not empty. */
export const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");

/** JSON as the content of a script element: what would end the element is written otherwise. */
export const jsonBlock = (id: string, text: string): string =>
  `<script type="application/json" id="${id}">\n${text.trim().replaceAll("</", "<\\/")}\n</script>`;

/** A whole page. */
export const page = (language: string, title: string, body: string): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
${body}
</body>
</html>
`;
