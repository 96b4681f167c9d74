/** `case-slo tags`: fills the fences of elements in Markdown, as a filter or as a preprocessor of mdBook. */

import { fillTags, type TagOptions } from "../markdown/index.js";
import { command, shared, UsageError } from "./command.js";
import { readPolicy, readText } from "./input.js";
import { printFile } from "./output.js";

export const tagsCommand = command({
  name: "tags",
  summary: "fill the fences of elements in Markdown, as a filter or for mdBook",
  usage: "[page.md|-] [--policy <file>] [--lang <tag>]",
  count: [0, 2],
  details: [
    "A fence whose first line is an element, such as ```slo-table tier=premium, becomes the tag with the policy's text inside it.",
    "With --mdbook, the command is a preprocessor: it reads a book from standard input and prints it.",
  ],
  options: {
    policy: shared.policy,
    lang: { value: "tag", help: "language of tags without lang; default: that of the policy, or of the book" },
    src: { value: "address", help: "the address of the policy in the browser, as the attribute policy of every tag" },
    mdbook: { help: "read and write a book, as mdBook asks its preprocessors" },
  },
  async run({ policy: path, lang, src, mdbook }, [first = "-", renderer]) {
    // mdBook asks first whether the preprocessor supports its renderer: any that writes HTML.
    if (mdbook && first === "supports") return renderer === "html" ? 0 : 1;
    if (renderer !== undefined) throw new UsageError(`unexpected argument "${renderer}"`);
    const options: TagOptions = {
      policy: await readPolicy(path),
      ...(lang === undefined ? {} : { lang }),
      ...(src === undefined ? {} : { attributes: { policy: src } }),
    };
    const text = await readText(first);
    try {
      printFile(mdbook ? bookOf(text, options) : fillTags(text, options).replace(/\n$/, ""));
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
    return 0;
  },
});

/** An entry of a book: a chapter, a separator or a title. */
interface Item {
  Chapter?: { content: string; sub_items?: Item[] };
}

/** Returns the book of mdBook's protocol, `[context, book]`, with every chapter filled. */
function bookOf(text: string, options: TagOptions): string {
  const [context, book] = JSON.parse(text) as [{ config?: { book?: { language?: string } } }, Record<string, Item[]>];
  const language = context.config?.book?.language;
  const settings = language === undefined ? options : { lang: language, ...options };
  const fill = ({ Chapter: chapter }: Item): void => {
    if (chapter === undefined) return;
    chapter.content = fillTags(chapter.content, settings);
    chapter.sub_items?.forEach(fill);
  };
  // mdBook 0.5 calls the list "items", earlier versions "sections".
  (book["items"] ?? book["sections"] ?? []).forEach(fill);
  return JSON.stringify(book);
}
