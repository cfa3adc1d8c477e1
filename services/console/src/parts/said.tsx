/** A sentence of the service: in the page's language where we have it, marked as English where not. */
import { isLeftEnglish, translateFixed } from '../words/fixed.ts';
import { useWords } from '../words/words.tsx';

export function Said({ text }: { readonly text: string }) {
  const { language } = useWords();
  const left = isLeftEnglish(language, text);
  return <span lang={left ? 'en' : undefined}>{translateFixed(language, text)}</span>;
}
