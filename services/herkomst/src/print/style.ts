/** Colour where a person watches, plain text where a program does. */
import { styleText } from 'node:util';

export type Colour = 'red' | 'yellow' | 'green' | 'cyan' | 'magenta' | 'gray' | 'bold' | 'dim';

export interface Style {
  (colour: Colour | readonly Colour[], text: string): string;
}

/** A style for a stream: colours on a terminal that wants them, none elsewhere. */
export function styleFor(stream: NodeJS.WritableStream): Style {
  return (colour, text) =>
    styleText([...(Array.isArray(colour) ? colour : [colour])], text, { stream });
}

const verdictColours: Readonly<Record<string, Colour>> = {
  alert: 'red',
  unknown: 'magenta',
  review: 'yellow',
  clear: 'green',
};

export function verdictColour(verdict: string): Colour {
  return verdictColours[verdict] ?? 'bold';
}

/** Control characters come from the outside and must not steer the terminal. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- naming them is the point
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\u{fffd}');
}
