// The portal's tickets: the one module that speaks with its server.

/** Sends a ticket and returns its number. */
export async function send(ticket) {
  const response = await fetch("/tickets", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(ticket),
  });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()).number;
}
