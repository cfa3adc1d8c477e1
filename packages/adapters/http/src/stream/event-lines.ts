/** Server-sent events as text (WHATWG HTML, 9.2): one event, its id, its name and its data. */

export function eventLines(id: string, name: string, data: unknown): string {
  // JSON has no line end of its own, which would end the field.
  return `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

export function commentLine(text: string): string {
  return `: ${text}\n\n`;
}
