import { type Scene, SloElement } from "../shared/element.js";
import { styles } from "./styles.js";
import { Term } from "./term.js";

/**
 * Marks a word in a text; pressing it shows its definition or a clause of the policy.
 *
 * @tag slo-term
 * @attr term - term of the glossary, in any language; default: the text inside the tag
 * @attr clause - id of a clause to show instead
 * @csspart button - the word
 * @csspart definition - the definition or the clause
 * @csspart error - the reason for which the element cannot be used
 */
export class SloTerm extends SloElement {
  static override styles = [styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "term", "clause"];
  }

  protected view(scene: Scene) {
    const term = this.getAttribute("term") ?? this.textContent?.trim() ?? "";
    return <Term key={term} scene={scene} term={term} clause={this.getAttribute("clause")} />;
  }
}
