/** The words of advice, in English. A place in braces is filled in; the Dutch has the same places. */
export const adviceTextsEn = {
  title: 'Risk of forced labour: {goods} from {country}',
  goodsOfCode: 'goods under HS {hs}',
  risks: 'Risks',
  source: 'Source: {title}, version {version}, read on {asOf}: {url}',
  noRisk:
    'No list that this rulebook holds names such goods from {country}. That is no proof that there is no risk: lists follow what has been investigated.',
  countryGood: '{good} from {country} is named as made with forced labour.',
  countryGoodDerived:
    '{good} from {country} is named as made with an input from {inputCountry} that is made with forced labour.',
  sectorInScope:
    'The goods are in the sector {sector}, named for enforcement by {authority} on {date}, and {country} is an origin that the sector is watched for.',
  sectorAsInput:
    'The goods are in the sector {sector}, named for enforcement by {authority} on {date}. Inputs of concern reach makers in other countries, {country} among them.',
  order:
    'An order of {authority} bars such goods of {country} from the United States: {order}, since {date}.',
  stateLabour: 'The state of {country} imposes labour that goes into such goods: {regime}.',
  region:
    'Goods made wholly or in part in Xinjiang are presumed in the United States to be made with forced labour. Other lists name workers who were transferred from there to factories in all of {country}.',
  listedMakers:
    'Makers in {country} on the {list} whose goods such goods may be: {count}. Screen each supplier by name.',
  partOfCode: 'This is about part of what HS {hs} covers: {prefixes}.',
  diligence: 'What due diligence the OECD guidelines would ask',
  step1:
    'Step 1, policy: say in a policy and in contracts that you accept no forced labour, and that suppliers name their own suppliers.',
  step2:
    'Step 2, identify: map the chain from these goods to the raw material, and ask each tier for the documents below.',
  step2NoRisk:
    'Step 2, identify: find out who makes the goods and where; look further where an answer is missing or odd.',
  step3:
    'Step 3, prevent: agree with the supplier on measures and a date; buy less, or from others, while it does not show results.',
  step3State:
    'Step 3, cease: labour that a state imposes can not be ended by a buyer, and audits there are no proof. Where the link is shown, or can not be disproved in time, end the relationship responsibly.',
  step4:
    'Step 4, track: check whether the measures work, also with workers and those who speak for them.',
  step5: 'Step 5, account for it: publish what you looked into, what you found and what you did.',
  step6: 'Step 6, remedy: where people were harmed and you had a part in it, help to make it good.',
  documents: 'Documents to ask for: {commodity}',
} as const;
