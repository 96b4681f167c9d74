export const styles = `
:host { display: inline; }
button.term {
  display: inline; min-block-size: 0; padding: 0; border: 0; border-radius: 0; background: none;
  color: inherit; font-weight: inherit; text-align: start; text-decoration: underline dotted; text-underline-offset: 0.2em;
  text-decoration-thickness: 0.1em; text-decoration-color: var(--_accent);
}
button.term:hover { color: var(--_accent-strong); background: none; }
.definition {
  display: block; max-inline-size: 68ch; margin-block: calc(2 * var(--_space));
  padding: calc(3 * var(--_space)) calc(4 * var(--_space));
  border-inline-start: 3px solid var(--_accent); background: var(--_surface); font-size: 0.9375em; font-weight: 400;
}
.definition[hidden] { display: none; }
.definition strong, .definition .muted { display: block; }
`;
