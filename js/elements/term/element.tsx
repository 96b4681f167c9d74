import { type Scene, SloElement } from "../shared/element.js";
import { styles } from "./styles.js";
import { Term } from "./term.js";

/**
 * `<slo-term>`: a word of a text that tells what it means when it is pressed.
 *
 * @attr term - the term of the glossary, in any language; without it the text inside the tag
 * @attr clause - instead, the id of a clause
 * @csspart button - the word
 * @csspart definition - what it means
 * @csspart error - why there is nothing to show
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
