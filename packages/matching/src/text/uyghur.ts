/**
 * Uyghur in Arabic script as Uyghur Latin, letter by letter.
 *
 * Uyghur writes every vowel, so a table is enough; general transliterators lose the vowels because
 * they read it as Arabic. Source: the Uyghur Latin Yéziqi correspondences (Xinjiang University,
 * 2008); e, é and ë fold to e and ö, ü to o, u as papers print them.
 */
const letters: Readonly<Record<string, string>> = {
  ا: 'a',
  ە: 'e',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ج: 'j',
  چ: 'ch',
  خ: 'x',
  د: 'd',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ف: 'f',
  ڭ: 'ng',
  ل: 'l',
  م: 'm',
  ھ: 'h',
  و: 'o',
  ۇ: 'u',
  ۆ: 'o',
  ۈ: 'u',
  ۋ: 'w',
  ې: 'e',
  ى: 'i',
  ي: 'y',
  ق: 'q',
  ك: 'k',
  گ: 'g',
  ن: 'n',
  غ: 'gh',
  ئ: '',
  ه: 'h',
  ک: 'k',
  ہ: 'h',
  ع: '',
  ح: 'h',
  ط: 't',
  ص: 's',
  ض: 'z',
  ذ: 'z',
  ث: 's',
  ظ: 'z',
  ة: 'e',
  آ: 'a',
  أ: 'a',
  إ: 'i',
  ء: '',
  ی: 'i',
};

const arabicScript = /\p{Script=Arabic}/u;

export const hasArabicScript = (text: string): boolean => arabicScript.test(text);

/** Latin letters for Arabic-script ones; all else is kept. */
export const latinOfUyghur = (text: string): string => {
  let out = '';
  for (const char of text) out += letters[char] ?? (arabicScript.test(char) ? '' : char);
  return out;
};
