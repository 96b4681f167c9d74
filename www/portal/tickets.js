// The tickets of the portal on this site, which has no server: a ticket gets a number and goes nowhere.

/** Returns a number for a ticket. */
export const send = async () => `B-${1_000 + (Math.floor(Date.now() / 1_000) % 9_000)}`;
