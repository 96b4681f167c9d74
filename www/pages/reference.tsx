/** The reference of the API and of the elements, from their comments. The comments are in English in both languages. */

import type { ComponentChildren } from "preact";
import { Code, readComment } from "../parts/comment.js";
import { Contents } from "../parts/parts.js";
import type { PageContext } from "../parts/context.js";
import { Shell } from "../parts/shell.js";
import { type Declaration, type ElementDeclaration, type ManifestEntry, nameOf, type Token } from "../reference.js";

/** The lines before the examples, which the tests run before each of them as well. */
const prelude = `import { init, referencePolicy } from "case-slo";

await init();
const policy = referencePolicy();`;

const kinds = { functions: ["Function"], classes: ["Class"], types: ["Interface", "TypeAlias"] };

export function ReferencePage({ context }: { context: PageContext }) {
  const { messages, reference } = context;
  const { title, summary, heading, lead, examples, rust, parts } = messages.reference;
  const { entries, elements } = reference ?? { entries: [], elements: [] };
  const names = new Set(entries.flatMap(({ declarations }) => declarations.map(({ name }) => nameOf(name))));
  const sections = (["functions", "classes", "elements", "types"] as const).map((id) => ({ id, heading: parts[id] }));
  return (
    <Shell context={context} title={title} summary={summary} styles={["reference.css"]}>
      <div class="opening">
        <h1>{heading}</h1>
        <p class="lead">{lead}</p>
      </div>
      <Contents context={context} parts={sections} />
      <article class="reference">
        <p>{examples}</p>
        <Code text={prelude} />
        <p>{rust(<code>cargo doc --open</code>)}</p>
        {sections.map(({ id, heading }) => (
          <section key={id}>
            <h2 id={id}>{heading}</h2>
            <div lang="en">
              <p class="names">
                {(id === "elements"
                  ? elements.map(({ tagName }) => tagName)
                  : entries.flatMap(({ declarations }) =>
                      declarations.filter(({ kind }) => kinds[id].includes(kind)).map(({ name }) => nameOf(name)),
                    )
                ).map((name) => (
                  <a href={`#${name}`}>{name}</a>
                ))}
              </p>
              {id === "elements"
                ? elements.map((element) => <Element element={element} />)
                : entries.flatMap(({ name: entry, declarations }) =>
                    declarations
                      .filter(({ kind }) => kinds[id].includes(kind))
                      .map((declaration) => <Item declaration={declaration} entry={entry} names={names} />),
                  )}
              {id === "elements" && <Entries caption="Tokens of every element" list={elements[0]?.cssProperties} />}
            </div>
          </section>
        ))}
      </article>
    </Shell>
  );
}

interface ItemProps {
  declaration: Declaration;
  entry: string;
  names: ReadonlySet<string>;
}

/** A function, a class or a type with its members. */
function Item({ declaration, entry, names }: ItemProps) {
  const name = nameOf(declaration.name);
  const members = (declaration.members ?? []).filter(
    ({ kind, name = "" }) => kind !== "Constructor" && !name.startsWith("["),
  );
  const isClass = declaration.kind === "Class";
  return (
    <section class="item">
      <h3 id={name}>
        {name}
        {entry !== "case-slo" && <small>{entry}</small>}
      </h3>
      <Signature tokens={declaration.excerptTokens} names={names} self={name} />
      <Comment text={declaration.docComment} names={names} />
      {isClass
        ? members.map((member) => (
            <section class="member">
              <h4 id={`${name}.${member.name}`}>{`${name}.${member.name}`}</h4>
              <Signature tokens={dedented(member.excerptTokens)} names={names} self="" />
              <Comment text={member.docComment} names={names} />
            </section>
          ))
        : members.length > 0 && (
            <dl>
              {members.map((member) => (
                <>
                  <dt>
                    <code>
                      <Tokens tokens={dedented(member.excerptTokens)} names={names} self="" />
                    </code>
                  </dt>
                  <dd>
                    <Comment text={member.docComment} names={names} />
                  </dd>
                </>
              ))}
            </dl>
          )}
    </section>
  );
}

/** The declaration of a member without the indentation of its class. */
const dedented = (tokens: readonly Token[]) =>
  tokens.map(({ text, ...token }) => ({ ...token, text: text.replaceAll("\n    ", "\n") }));

interface TokensProps {
  tokens: readonly Token[];
  names: ReadonlySet<string>;
  /** The name of the declaration, which is no link to itself. */
  self: string;
}

function Signature(props: TokensProps) {
  return (
    <pre class="signature">
      <code>
        <Tokens {...props} />
      </code>
    </pre>
  );
}

function Tokens({ tokens, names, self }: TokensProps) {
  return (
    <>
      {tokens.map(({ kind, text }, at) => {
        const shown = nameOf(at === 0 ? text.replace(/^export (declare )?/, "") : text);
        return kind === "Reference" && shown !== self && names.has(shown) ? <a href={`#${shown}`}>{shown}</a> : shown;
      })}
    </>
  );
}

function Comment({ text, names }: { text: string; names: ReadonlySet<string> }) {
  const link = (name: string): ComponentChildren =>
    names.has(name) ? (
      <a href={`#${name}`}>
        <code>{name}</code>
      </a>
    ) : (
      <code>{name}</code>
    );
  const { summary, returns, errors, examples } = readComment(text, link);
  return (
    <>
      {summary}
      {returns && (
        <div class="note">
          <strong>Returns</strong> {returns}
        </div>
      )}
      {errors.length > 0 && (
        <div class="note">
          <strong>Errors</strong> {errors}
        </div>
      )}
      {examples}
    </>
  );
}

/** An element: its attributes, events, slots and parts. */
function Element({ element }: { element: ElementDeclaration }) {
  const { tagName, description, attributes, events, slots, cssParts } = element;
  return (
    <section class="item">
      <h3 id={tagName}>{`<${tagName}>`}</h3>
      <Comment text={commentOf(description)} names={none} />
      <Entries caption={`Attributes of ${tagName}`} list={attributes} />
      <Entries caption={`Events of ${tagName}`} list={events?.map(({ type, ...event }) => event)} />
      <Entries caption={`Slots of ${tagName}`} list={slots} />
      <Entries caption={`Parts of ${tagName}`} list={cssParts} />
    </section>
  );
}

const none: ReadonlySet<string> = new Set();

/** A description of the manifest as a comment; braces and at signs have no meaning in it. */
const commentOf = (text: string) => `/** ${text.replace(/[{}@\\]/g, "\\$&")} */`;

function Entries({ caption, list = [] }: { caption: string; list?: ManifestEntry[] | undefined }) {
  if (list.length === 0) return null;
  return (
    <table>
      <caption>{caption}</caption>
      <tbody>
        {list.map(({ name, description, type }) => (
          <tr>
            <th scope="row">
              <code>{name || "(default)"}</code>
            </th>
            <td>
              <Comment text={commentOf(description)} names={none} />
              {type && type.text !== "string" && <code class="type">{type.text}</code>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
