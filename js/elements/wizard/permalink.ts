import { CaseSloError, type Answers, type Policy } from "../../index.js";

/** The content of a permalink: answers as a vector, and the context of the customer. */
export interface Place {
  answers: Answers;
  context: Record<string, string>;
}

/** The fragment of a place: `vector&tier=premium&sale=direct`; empty where nothing has been said. */
export function fragmentOf(vector: string, { answers, context }: Place): string {
  if (Object.keys(answers).length === 0) return "";
  const rest = Object.entries(context).map(
    ([key, value]) => `&${encodeURIComponent(key)}=${encodeURIComponent(value)}`,
  );
  return vector + rest.join("");
}

/** The place of a fragment, as far as this policy knows it; null if it is not a permalink of this policy. */
export function placeOf(policy: Policy, fragment: string): Place | null {
  // Some programs escape the sign for "I am not sure" when they pass a link on.
  const [vector = "", ...rest] = fragment.replace(/^#/, "").replaceAll(/%3F/gi, "?").split("&");
  if (!vector.startsWith(`${encodeURIComponent(policy.id)}@`)) return null;
  try {
    const { answers } = policy.parseVector(vector);
    const pairs = rest.map((pair) => pair.split("=").map(decodeURIComponent));
    return {
      answers,
      context: Object.fromEntries(pairs.filter((pair) => pair.length === 2)) as Record<string, string>,
    };
  } catch (error) {
    if (error instanceof CaseSloError || error instanceof URIError) return null;
    throw error;
  }
}
