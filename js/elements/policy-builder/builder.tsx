/** The builder as a whole: its bar, its parts, and the policy as it stands. */

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";

import { CaseSloError, loadPolicy, type Policy } from "../../index.js";
import type { BuilderMessages } from "../../messages/builder/index.js";
import type { Format } from "../../text/format.js";
import { download } from "../shared/files.js";
import { BuilderContext, listOf, memo, sayIn, type SectionName, useBuilder, useFindings } from "./context.js";
import type { Editor } from "./editor.js";
import { EntryList } from "./entries.js";
import { openedFiles, TooLarge } from "./files.js";
import { ExamplesSection } from "./examples.js";
import { HoursSection } from "./hours.js";
import { ObjectivesSection } from "./objectives.js";
import { Preview } from "./preview.js";
import { QuestionsSection } from "./rules.js";
import { AdviceSection, FactsSection, PolicySection, TermsSection, TextsSection } from "./sections.js";
import { SourceSection } from "./source.js";
import { isIn, knownMembers, sections } from "./parts.js";
import { Start } from "./start.js";
import { ExportsSection } from "./ticket-fields.js";
import { templateNamed } from "./templates.js";

interface Props {
  editor: Editor;
  m: BuilderMessages;
  language: string;
  format: Format;
  /** Whether the check has an answer for the current document. */
  status: "waiting" | "done" | "failed";
  onPolicy(policy: Policy | null): void;
}

/** Milliseconds without a change before the preview follows, and how many times longer than its work that is at least. */
const [previewRest, previewShare] = [350, 8];

/** Shows the first screen, or the policy that is being written. */
export function Builder({ editor, m, language, format, status, onPolicy }: Props) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => editor.subscribe(() => redraw(0)), [editor]);
  const [section, setSection] = useState<SectionName>("policy");
  const [isTrying, setTrying] = useState(false);
  const [announcement, announce] = useState("");
  const [failure, setFailure] = useState("");
  const [notes, setNotes] = useState<readonly string[]>([]);
  const main = useRef<HTMLDivElement>(null);

  const tags = listOf<string>(editor.document["languages"]).filter((tag) => typeof tag === "string");
  const languages = useMemo(() => tags, [tags.join("\n")]);
  const choose = useCallback((name: SectionName) => {
    setSection(name);
    setTrying(false);
    setTimeout(() => {
      const root = main.current?.parentElement;
      main.current?.querySelector("h2")?.focus();
      root?.querySelector(".parts [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }, []);
  const context = useMemo<BuilderContext>(
    () => ({
      editor,
      m,
      language,
      format,
      languages: languages.length > 0 ? languages : [/^en\b/i.test(language) ? "en" : "fr-CA"],
      say: sayIn(language, languages),
      show: choose,
      announce,
    }),
    [editor, m, language, format, languages, choose],
  );
  const loaded = usePolicy(editor, onPolicy);

  const openFiles = async (files: readonly File[]) => {
    setFailure("");
    setNotes([]);
    try {
      const { source, name, notes } = await openedFiles(files, language);
      // Over a policy that is open, the file is a step that can be undone.
      if (editor.state === null) editor.open(source, name, { isSaved: typeof source === "string" });
      else editor.replace(source, name);
      setNotes(notes);
    } catch (error) {
      if (error instanceof TooLarge) return setFailure(m.start.tooLarge);
      if (error instanceof CaseSloError) return setFailure(m.start.unreadable(error.message));
      return setFailure(m.start.unreadable(""));
    }
    choose(editor.state?.isReadable === false ? "json" : "policy");
  };
  if (editor.state === null) {
    return (
      <BuilderContext.Provider value={context}>
        <Start
          failure={failure}
          onFiles={(files) => void openFiles(files)}
          onTemplate={(name) =>
            void templateNamed(name, language).then((source) => {
              editor.open(source, "", { isSaved: false });
              choose("policy");
            })
          }
        />
      </BuilderContext.Provider>
    );
  }

  return (
    <BuilderContext.Provider value={context}>
      <div
        class={isTrying ? "builder trying" : "builder"}
        part="builder"
        role="group"
        aria-label={m.bar.builder}
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
          const key = event.key.toLowerCase();
          if (key !== "z" && key !== "y") return;
          event.preventDefault();
          const isRedo = key === "y" || event.shiftKey;
          if (isRedo) editor.redo();
          else editor.undo();
          announce(isRedo ? m.bar.redone : m.bar.undone);
        }}
      >
        <Bar status={status} revision={editor.state} failure={failure} onFiles={(files) => void openFiles(files)} />
        <nav class="parts" aria-label={m.bar.parts}>
          <ul>
            {sections.map(([name, members]) => (
              <li key={name}>
                <SectionLink name={name} members={members} isCurrent={section === name && !isTrying} />
              </li>
            ))}
            <li class="try">
              <button type="button" aria-current={isTrying ? "true" : undefined} onClick={() => setTrying(true)}>
                {m.preview.heading}
              </button>
            </li>
          </ul>
        </nav>
        <div class="main" ref={main}>
          <h2 tabIndex={-1}>{m.sections[section]}</h2>
          {notes.length > 0 && (
            <div class="notes">
              <h3>{m.start.notes(notes.length)}</h3>
              <ul>
                {notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
              <button type="button" onClick={() => setNotes([])}>
                {m.start.understood}
              </button>
            </div>
          )}
          <Section name={section} />
          <Steps section={section} />
        </div>
        <aside class="beside" aria-label={m.preview.heading}>
          <Preview policy={loaded.policy} isOld={loaded.isOld} />
        </aside>
        <p class="hidden" role="status">
          {announcement}
        </p>
      </div>
    </BuilderContext.Provider>
  );
}

/** Loads the policy once it rests. While it has errors, the last policy without any stays. */
function usePolicy(
  editor: Editor,
  onPolicy: (policy: Policy | null) => void,
): { policy: Policy | null; isOld: boolean } {
  const [loaded, setLoaded] = useState<{ policy: Policy | null; isOld: boolean }>({ policy: null, isOld: false });
  const held = useRef<Policy[]>([]);
  const rest = useRef(0);
  const { state } = editor;
  useEffect(() => {
    if (state === null) return;
    const load = () => {
      const began = performance.now();
      try {
        if (!state.isReadable) throw new CaseSloError("invalid-policy", "the text is not JSON");
        const policy = loadPolicy(state.document);
        // The elements of the preview may still use the policy before; the one before that is free.
        held.current.push(policy);
        if (held.current.length > 2) held.current.shift()?.free();
        onPolicy(policy);
        setLoaded({ policy, isOld: false });
        // The elements draw the policy in the tasks that follow. A large policy waits longer, so that typing never waits for it.
        setTimeout(() => {
          rest.current = Math.max(previewRest, previewShare * (performance.now() - began));
        }, 0);
      } catch (error) {
        if (!(error instanceof CaseSloError)) throw error;
        setLoaded(({ policy }) => ({ policy, isOld: policy !== null }));
        rest.current = previewRest;
      }
    };
    const timer = setTimeout(load, rest.current);
    return () => clearTimeout(timer);
  }, [state]);
  const isOpen = state !== null;
  useEffect(
    () => () => {
      onPolicy(null);
      setLoaded({ policy: null, isOld: false });
      for (const policy of held.current.splice(0)) policy.free();
    },
    [isOpen],
  );
  return loaded;
}

/** Shows a part by its name. */
function Section({ name }: { name: SectionName }) {
  const { editor, m } = useBuilder();
  switch (name) {
    case "policy":
      return <PolicySection />;
    case "tiers":
      return (
        <>
          <p class="hint">{m.tiersHint}</p>
          <EntryList entry="tier" at="/tiers" value={editor.at("/tiers")} />
        </>
      );
    case "severities":
      return (
        <>
          <p class="hint">{m.severitiesHint}</p>
          <EntryList entry="severity" at="/severities" value={editor.at("/severities")} />
        </>
      );
    case "hours":
      return (
        <>
          <p class="hint">{m.hours.hint}</p>
          <HoursSection />
        </>
      );
    case "objectives":
      return <ObjectivesSection />;
    case "questions":
      return <QuestionsSection />;
    case "facts":
      return <FactsSection />;
    case "advice":
      return <AdviceSection />;
    case "terms":
      return <TermsSection />;
    case "texts":
      return <TextsSection />;
    case "exports":
      return <ExportsSection />;
    case "examples":
      return <ExamplesSection />;
    case "json":
      return <SourceSection />;
  }
}

/** Shows the name of a part, with the number of its errors and warnings. */
const SectionLink = memo(function SectionLink({
  name,
  members,
  isCurrent,
}: {
  name: SectionName;
  members: readonly string[];
  isCurrent: boolean;
}) {
  const { m, show } = useBuilder();
  const all = useFindings("", "below");
  const own =
    name === "texts"
      ? all.filter(({ code }) => code === "missing-translation")
      : all.filter(
          ({ path, code }) =>
            code !== "missing-translation" && (isIn(path, members) || (name === "policy" && !isIn(path, knownMembers))),
        );
  const errors = own.filter(({ level }) => level === "error").length;
  const warnings = own.filter(({ level }) => level === "warning").length;
  return (
    <button type="button" aria-current={isCurrent ? "true" : undefined} onClick={() => show(name)}>
      <span>{m.sections[name]}</span>
      {errors + warnings > 0 && (
        <span class={errors > 0 ? "count error" : "count warning"}>
          <span aria-hidden="true">{errors + warnings}</span>
          <span class="hidden">{m.bar.counts(errors, warnings)}</span>
        </span>
      )}
    </button>
  );
});

/** Leads to the part before and the part after. */
function Steps({ section }: { section: SectionName }) {
  const { m, show } = useBuilder();
  const place = sections.findIndex(([name]) => name === section);
  const [before, after] = [sections[place - 1]?.[0], sections[place + 1]?.[0]];
  return (
    <div class="steps">
      {before !== undefined && (
        <button type="button" onClick={() => show(before)}>
          {m.bar.before(m.sections[before])}
        </button>
      )}
      {after !== undefined && (
        <button type="button" class="primary" onClick={() => show(after)}>
          {m.bar.after(m.sections[after])}
        </button>
      )}
    </div>
  );
}

interface BarProps {
  status: "waiting" | "done" | "failed";
  /** Another value after each change. */
  revision: object;
  /** The reason why the last file was not read; empty without one. */
  failure: string;
  onFiles(files: File[]): void;
}

/** The name of the policy, the state of the check, and what can be done with the whole. */
function Bar({ status, failure, onFiles }: BarProps) {
  const { editor, m, say, announce } = useBuilder();
  const [isClosing, setClosing] = useState(false);
  const findings = useFindings("", "below");
  const count = (wanted: string) => findings.filter(({ level }) => level === wanted).length;
  const name = editor.name || `${String(editor.document["id"] ?? "") || "policy"}.json`;
  const save = () => {
    download(name, editor.text, "application/json");
    editor.name = name;
    editor.markSaved();
    announce(m.bar.saved(name));
  };
  const [errors, warnings] = [count("error"), count("warning")];
  return (
    <div class="bar" part="bar">
      <p class="bar-title">
        <strong>{say(editor.document["title"]) || m.bar.untitled}</strong>{" "}
        <span class="muted">{editor.isChanged ? m.bar.unsaved : name}</span>
      </p>
      <p
        class={`verdict ${status !== "done" ? "" : errors > 0 ? "error" : warnings > 0 ? "warning" : "sound"}`}
        role="status"
      >
        {status === "failed"
          ? m.bar.noCheck
          : status === "waiting"
            ? m.bar.checking
            : errors + warnings === 0
              ? m.bar.sound
              : m.bar.counts(errors, warnings)}
      </p>
      <div class="bar-actions">
        <button type="button" disabled={!editor.canUndo} aria-keyshortcuts="Control+Z" onClick={() => editor.undo()}>
          {m.bar.undo}
        </button>
        <button
          type="button"
          disabled={!editor.canRedo}
          aria-keyshortcuts="Control+Shift+Z"
          onClick={() => editor.redo()}
        >
          {m.bar.redo}
        </button>
        <button type="button" class="primary" onClick={save}>
          {m.bar.save}
        </button>
        <label class="button">
          <input
            type="file"
            multiple
            accept=".json,.csv,.tsv,application/json,text/csv"
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = "";
              if (files.length > 0) onFiles(files);
            }}
          />
          {m.bar.open}
        </label>
        <button
          type="button"
          onClick={() => {
            if (editor.isChanged && !isClosing) setClosing(true);
            else editor.close();
          }}
        >
          {isClosing ? m.bar.closeAnyway : m.bar.close}
        </button>
      </div>
      {failure !== "" && (
        <p class="fault bar-note" role="alert">
          {failure}
        </p>
      )}
      {isClosing && (
        <p class="hint bar-note warned" role="alert">
          {m.bar.closeWarning}
        </p>
      )}
    </div>
  );
}
