/** What whoever hosts the site sets. The support service description names no phone number: the embedder supplies it. */

/**
 * The number to call for critical and high severities, as people dial it, such as "+1 514 555-0100". Left empty, the
 * pages speak of "the number that Cisco gave you".
 */
export const phone: string = "";
