/** The words of advice, in Dutch: see texts-en.ts. */
import type { adviceTextsEn } from './texts-en.ts';

export const adviceTextsNl: Readonly<Record<keyof typeof adviceTextsEn, string>> = {
  title: 'Risico op dwangarbeid: {goods} uit {country}',
  goodsOfCode: 'goederen onder HS {hs}',
  risks: "Risico's",
  source: 'Bron: {title}, versie {version}, gelezen op {asOf}: {url}',
  noRisk:
    'Geen lijst die dit regelboek kent, noemt zulke goederen uit {country}. Dat bewijst niet dat er geen risico is: lijsten volgen wat onderzocht is.',
  countryGood: '{good} uit {country} staat bekend als gemaakt met dwangarbeid.',
  countryGoodDerived:
    '{good} uit {country} staat bekend als gemaakt met een grondstof uit {inputCountry} die met dwangarbeid wordt gemaakt.',
  sectorInScope:
    'De goederen vallen in de sector {sector}, die {authority} op {date} voor handhaving heeft aangewezen, en op herkomst uit {country} wordt in die sector gelet.',
  sectorAsInput:
    'De goederen vallen in de sector {sector}, die {authority} op {date} voor handhaving heeft aangewezen. Verdachte grondstoffen bereiken ook makers in andere landen, waaronder {country}.',
  order:
    'Een bevel van {authority} weert zulke goederen uit {country} uit de Verenigde Staten: {order}, sinds {date}.',
  stateLabour: 'De staat {country} legt arbeid op die in zulke goederen terechtkomt: {regime}.',
  region:
    'Goederen die geheel of deels in Xinjiang zijn gemaakt, worden in de Verenigde Staten vermoed met dwangarbeid te zijn gemaakt. Andere lijsten noemen arbeiders die van daar zijn overgebracht naar fabrieken in heel {country}.',
  listedMakers:
    'Makers in {country} op de lijst {list} van wie zulke goederen kunnen zijn: {count}. Toets elke leverancier op naam.',
  partOfCode: 'Dit gaat over een deel van wat onder HS {hs} valt: {prefixes}.',
  diligence: 'Welke zorgvuldigheid de OESO-richtlijnen zouden vragen',
  step1:
    'Stap 1, beleid: leg in beleid en contracten vast dat u geen dwangarbeid aanvaardt, en dat leveranciers hun eigen leveranciers noemen.',
  step2:
    'Stap 2, in kaart brengen: breng de keten in kaart van deze goederen tot de grondstof, en vraag elke schakel om de onderstaande documenten.',
  step2NoRisk:
    'Stap 2, in kaart brengen: ga na wie de goederen maakt en waar; kijk verder waar een antwoord ontbreekt of vreemd is.',
  step3:
    'Stap 3, voorkomen: spreek met de leverancier maatregelen en een datum af; koop minder, of elders, zolang hij geen resultaat laat zien.',
  step3State:
    'Stap 3, stoppen: aan arbeid die een staat oplegt kan een koper geen einde maken, en audits bewijzen daar niets. Staat de link vast, of is hij niet op tijd weerlegd, beëindig de relatie dan op verantwoorde wijze.',
  step4:
    'Stap 4, volgen: ga na of de maatregelen werken, ook bij arbeiders en wie voor hen spreken.',
  step5: 'Stap 5, verantwoorden: maak openbaar wat u hebt onderzocht, gevonden en gedaan.',
  step6:
    'Stap 6, herstel: zijn mensen geschaad en had u daar deel aan, help het dan goed te maken.',
  documents: 'Op te vragen documenten: {commodity}',
};
