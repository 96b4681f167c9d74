import type { ComponentChildren } from "preact";

interface Props {
  /** Something has to be said before the file can be read. */
  isAsked: boolean;
  title: string;
  name: string;
  children: ComponentChildren;
}

/** How the file is read: open while something has to be asked, folded away once there is an answer. */
export function FileSettings({ isAsked, title, name, children }: Props) {
  if (isAsked) {
    return (
      <section class="file" aria-labelledby="file">
        <h2 id="file">{title}</h2>
        <p class="muted">{name}</p>
        {children}
      </section>
    );
  }
  return (
    <details class="file no-print">
      <summary>{title}</summary>
      <p class="muted">{name}</p>
      {children}
    </details>
  );
}
