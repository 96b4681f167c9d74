/** Settings for the host of the site. */

/**
 * Address of the site, such as "https://support.example.com/severity/". With it, the pages name their address in the other
 * language for search engines, which accept absolute addresses only. Empty: the pages leave this out.
 */
export const address: string = "";

/**
 * Phone number for critical and high severities, such as "+1 514 555-0100"; the support service description names none. Empty:
 * the pages say "the number that Cisco gave you".
 */
export const phone: string = "";
