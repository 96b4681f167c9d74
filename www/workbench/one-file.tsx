/** The form that makes the page in one file of the policy at hand: the bytes are those of `case-slo page`. */

import { useRef, useState } from "preact/hooks";

import { CaseSloError, loadPolicy } from "../../js/index.js";
import { download } from "../../js/elements/shared/files.js";
import { oneFileMessagesIn } from "../messages/one-file.js";
import type { Language } from "../site.js";

interface Props {
  language: Language;
  /** The policy as text; empty without one. */
  textNow(): string;
}

const fileName = "support.html";

export function OneFile({ language, textNow }: Props) {
  const messages = oneFileMessagesIn(language);
  const [status, setStatus] = useState("");
  const [isMaking, setMaking] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const make = async (): Promise<string> => {
    const entries = new FormData(form.current ?? undefined);
    const [phone, accent, logo] = ["phone", "accent", "logo"].map((name) => entries.get(name)) as [
      string,
      string,
      File,
    ];
    const text = textNow();
    if (text.trim() === "") return messages.nothing;
    let page: string;
    try {
      // The module and the script of the page load now, and not before.
      const [{ accentOf, logoTypes, maxLogo, pageFile }, script] = await Promise.all([
        import("../scripts/page-file.js"),
        scriptOfPage(),
      ]);
      const brand = accent.trim() === "" ? null : accentOf(accent.trim());
      if (accent.trim() !== "" && brand === null) return messages.notAColour;
      const type = logoTypes[/\.\w+$/.exec(logo.name)?.[0].toLowerCase() ?? ""];
      if (logo.size > 0 && (type === undefined || logo.size > maxLogo)) return messages.notALogo;
      const policy = loadPolicy(text);
      try {
        const settings = {
          languages: policy.languages,
          phone: phone.trim() || undefined,
          // Like the command line: the tokens of the accent, then those of a style sheet, of which there is none.
          css: `${brand?.css ?? ""}\n`,
          logo: logo.size > 0 && type !== undefined ? await dataAddress(logo, type) : undefined,
        };
        page = await pageFile(policy, settings, { text: script, engine: "wasm" });
      } finally {
        policy.free();
      }
    } catch (error) {
      if (error instanceof CaseSloError) return messages.hasErrors;
      console.error(error);
      return messages.unavailable;
    }
    download(fileName, page, "text/html");
    const figures = { style: "unit", unit: "megabyte", maximumFractionDigits: 1 } as const;
    const size = new Intl.NumberFormat(language, figures).format(new Blob([page]).size / 1_000_000);
    return messages.made(fileName, size.replace(" ", "\u00a0"));
  };

  return (
    <section class="one-file" aria-labelledby="one-file">
      <h2 id="one-file">{messages.heading}</h2>
      <p>{messages.lead}</p>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isMaking) return;
          setMaking(true);
          setStatus(messages.making);
          void make().then((outcome) => {
            setStatus(outcome);
            setMaking(false);
          });
        }}
      >
        <p>
          <label for="one-file-phone">{messages.phone}</label>
          <input
            id="one-file-phone"
            name="phone"
            type="tel"
            autocomplete="off"
            aria-describedby="one-file-phone-hint"
          />
          <span class="hint" id="one-file-phone-hint">
            {messages.phoneHint}
          </span>
        </p>
        <p>
          <label for="one-file-accent">{messages.accent}</label>
          <input
            id="one-file-accent"
            name="accent"
            type="text"
            autocomplete="off"
            placeholder="#0353a8"
            spellcheck={false}
          />
        </p>
        <p>
          <label for="one-file-logo">{messages.logo}</label>
          <input id="one-file-logo" name="logo" type="file" accept="image/*" aria-describedby="one-file-logo-hint" />
          <span class="hint" id="one-file-logo-hint">
            {messages.logoHint}
          </span>
        </p>
        <button type="submit">{messages.make}</button>
        <p role="status">{status}</p>
      </form>
      <p class="hint">
        {messages.command} <code>npx case-slo page my-policy.json --lang fr-CA,en &gt; {fileName}</code>
      </p>
    </section>
  );
}

/** Loads the script of the page: the elements with the engine inside, from the package beside the site. */
async function scriptOfPage(): Promise<string> {
  const response = await fetch(new URL("../case-slo/page.js", import.meta.url));
  if (!response.ok) throw new Error(`the server answered ${response.status} for the script of the page`);
  return response.text();
}

/** Returns a file as a data: address. */
async function dataAddress(file: File, type: string): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return `data:${type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
}
