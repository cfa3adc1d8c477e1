/** English sentences of the service that hold something of the case, and the Dutch for them. */

const q = "('.+?')";

const table: readonly (readonly [english: string, dutch: string])[] = [
  // Deadlines and clocks.
  ['the estimated arrival of shipment (.+)', 'de verwachte aankomst van zending $1'],
  [
    '(\\d+) days from the notice of detention, counted from the alert of (.+)',
    '$1 dagen vanaf de kennisgeving van vasthouding, gerekend vanaf het signaal van $2',
  ],
  [
    '(\\d+) days from the notice of detention, counted from the detention of (.+)',
    '$1 dagen vanaf de kennisgeving van vasthouding van $2',
  ],
  [
    '(\\d+) months from import, counted from the alert of (.+)',
    '$1 maanden vanaf de invoer, gerekend vanaf het signaal van $2',
  ],
  [
    '(\\d+) months from import, counted from the estimated arrival of (.+)',
    '$1 maanden vanaf de invoer, gerekend vanaf de verwachte aankomst van $2',
  ],

  // What could not be evaluated.
  ['"(.+)" stands in place of the name of the (.+)', 'in plaats van een naam ($2) staat er "$1"'],
  [
    "no supplier's address says more than a country, so where in (.+) the goods come from can not be told",
    'geen adres van een leverancier zegt meer dan een land; waar in $1 de goederen vandaan komen is niet te zeggen',
  ],
  [
    "neither the origin of (.+) nor its maker's country is declared, and it is in the sector (.+)",
    'van $1 is oorsprong noch land van de fabrikant aangegeven, en het valt in de sector $2',
  ],
  [
    'the code of (.+) is too short to tell whether it is in the sector (.+)',
    'de code van $1 is te kort om te zien of het in de sector $2 valt',
  ],
  [
    'the code of (.+) is too short to tell whether it falls under the order "(.+)"',
    'de code van $1 is te kort om te zien of het onder het bevel "$2" valt',
  ],
  [
    'Not all that the rule asks could be evaluated: (.+)\\.',
    'Niet alles wat de regeling vraagt kon worden beoordeeld: $1.',
  ],

  // Why two names are, or are not, the same.
  [
    'The names are the same word for word, but for legal form, case, spaces and points\\.',
    'De namen zijn woord voor woord gelijk, op rechtsvorm, hoofdletters, spaties en punten na.',
  ],
  [
    'The one name is the beginning of the other, cut off by the length of its field\\.',
    'De ene naam is het begin van de andere, afgekapt door de lengte van het veld.',
  ],
  [
    'Letter for letter the names are much alike\\.',
    'Letter voor letter lijken de namen sterk op elkaar.',
  ],
  [
    'Brand, place and trade all agree; only form and filler words differ\\.',
    'Eigennaam, plaats en bedrijfstak stemmen overeen; alleen rechtsvorm en vulwoorden verschillen.',
  ],
  [
    'Before any word is weighed: of the names that come up, few are the party\\.',
    'Voordat er iets gewogen is: van de namen die bovenkomen zijn er weinig de gezochte.',
  ],
  [
    `The brand ${q} is the same, character for character\\.`,
    'De eigennaam $1 is teken voor teken gelijk.',
  ],
  [
    `The brand ${q} is the same, and a rare one among firms\\.`,
    'De eigennaam $1 is gelijk, en zeldzaam onder bedrijven.',
  ],
  [`The brand ${q} is the same, and (.+) among firms\\.`, 'De eigennaam $1 is gelijk.'],
  [`${q} is how (.+) reads in pinyin\\.`, '$1 is hoe $2 in pinyin wordt gelezen.'],
  [
    `${q} and ${q} are one brand, written apart or together.*`,
    '$1 en $2 zijn één eigennaam, los of aaneen geschreven.',
  ],
  [
    `The words of the brand ${q} are the same in another order\\.`,
    'De woorden van de eigennaam $1 zijn gelijk, in een andere volgorde.',
  ],
  [
    `${q} and ${q} differ in (.+), as by a slip of the hand\\.`,
    '$1 en $2 verschillen als door een schrijffout.',
  ],
  [
    `${q} and ${q} differ in (.+), but both read as pinyin: they may well be two brands\\.`,
    '$1 en $2 verschillen, maar lezen allebei als pinyin: het kunnen twee eigennamen zijn.',
  ],
  [`${q} and ${q} share part of the brand\\..*`, '$1 en $2 delen een stuk van de eigennaam.'],
  [
    `The party's name holds no brand; the list has ${q}\\.`,
    'De aangegeven naam heeft geen eigennaam; de lijst heeft $1.',
  ],
  [
    `The listed name holds no brand; the party has ${q}\\.`,
    'De naam op de lijst heeft geen eigennaam; de partij heeft $1.',
  ],
  [`The brands ${q} and ${q} are unlike\\.`, 'De eigennamen $1 en $2 lijken niet op elkaar.'],
  ['Both have the (.+) (\\S+), which decides\\.', 'Beide hebben $1 $2; dat beslist.'],
  [
    'The party has the (.+) (\\S+), the list (.+): two bodies\\.',
    'De partij heeft $1 $2, de lijst $3: twee verschillende.',
  ],
  ['Both are in (.+)\\.', 'Beide zitten in $1.'],
  [
    'The party is in (.+), the listed entity in (.+)\\.',
    'De partij zit in $1, de partij op de lijst in $2.',
  ],
  [`The addresses share the words ${q}\\.`, 'De adressen hebben de woorden $1 gemeen.'],
  [
    "The place in the party's name is elsewhere than the list places the entity\\.",
    'De plaats in de naam van de partij ligt elders dan waar de lijst haar plaatst.',
  ],
  [
    "The place in the party's name fits where the list places the entity\\.",
    'De plaats in de naam van de partij past bij waar de lijst haar plaatst.',
  ],
  [
    "The party's address is elsewhere than the list places the entity\\.",
    'Het adres van de partij ligt elders dan waar de lijst haar plaatst.',
  ],
  [
    "The party's address fits where the list places the entity\\.",
    'Het adres van de partij past bij waar de lijst haar plaatst.',
  ],
  [
    `The list names ${q}; the party's name holds no place\\.`,
    'De lijst noemt $1; de aangegeven naam noemt geen plaats.',
  ],
  [
    `The party names ${q}; the listed name holds no place\\.`,
    'De partij noemt $1; de naam op de lijst noemt geen plaats.',
  ],
  [`Both name the place ${q}\\.`, 'Beide noemen de plaats $1.'],
  [`${q} and ${q} name one place, (.+)\\.`, '$1 en $2 zijn één plaats, $3.'],
  [`Of ${q} and ${q} one lies in the other\\.`, 'Van $1 en $2 ligt de een in de ander.'],
  [`${q} and ${q} are two places in (.+)\\.`, '$1 en $2 zijn twee plaatsen in $3.'],
  [`The trade is the same: ${q}\\.`, 'De bedrijfstak is gelijk: $1.'],
  [
    `${q} and ${q} are wordings of one trade: (.+)\\.`,
    '$1 en $2 zijn bewoordingen van één bedrijfstak: $3.',
  ],
  [
    `The trades ${q} and ${q} are akin, but not the same\\.`,
    'De bedrijfstakken $1 en $2 zijn verwant, maar niet gelijk.',
  ],
  [
    `The list has the trade ${q}; the party names none\\.`,
    'De lijst heeft de bedrijfstak $1; de partij noemt er geen.',
  ],
  [
    `The party has the trade ${q}; the list names none\\.`,
    'De partij heeft de bedrijfstak $1; de lijst noemt er geen.',
  ],
  [`Only one of the names says ${q}\\.`, 'Alleen een van de namen zegt $1.'],
  [`Both are called ${q}\\.`, 'Beide heten $1.'],
  [`The legal form is the same: ${q}\\.`, 'De rechtsvorm is gelijk: $1.'],
  [`${q} and ${q} are one legal form\\.`, '$1 en $2 zijn één rechtsvorm.'],
  [
    `${q} and ${q} are legal forms that papers mix up\\.`,
    '$1 en $2 zijn rechtsvormen die op papieren verwisseld worden.',
  ],
  [
    'Only one of the names has a legal form; papers often leave it out\\.',
    'Alleen een van de namen heeft een rechtsvorm; papieren laten die vaak weg.',
  ],
  [
    "Words that come and go between a firm's names were ignored: (.+)",
    'Woorden die wisselen in de namen van een bedrijf tellen niet mee: $1',
  ],
];

const patterns = table.map(([english, dutch]) => [new RegExp(`^${english}$`, 'u'), dutch] as const);

/** Null where no pattern fits. */
export function translatePattern(text: string): string | null {
  for (const [pattern, dutch] of patterns) {
    if (pattern.test(text)) return text.replace(pattern, dutch);
  }
  return null;
}
