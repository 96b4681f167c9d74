import { Mark } from "./marks.js";
import type { Scene } from "./element.js";

/**
 * The urgent line, first on every step, and where an element cannot be used; a page that has its own puts it into the slot, or
 * leaves the slot empty.
 */
export function Urgent({ messages, phone }: Pick<Scene, "messages" | "phone">) {
  const number = phone && <a href={phone.href}>{phone.text}</a>;
  return (
    <slot name="urgent">
      <p class="urgent" part="urgent">
        <Mark rank={1} />
        <span>
          <strong>{messages.urgent.line(number)}</strong> {messages.urgent.patience}
        </span>
      </p>
    </slot>
  );
}
