/** Text within a limit, which shows that something is missing, and is never empty. */
export function cut(text: string, most: number): string {
  if (text === '') return '-';
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}
