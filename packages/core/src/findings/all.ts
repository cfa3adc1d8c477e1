/** The finders, in the order in which they are asked. */
import { againstInputsKnown } from './against-inputs-known.ts';
import { againstMakerElsewhere } from './against-maker-elsewhere.ts';
import { againstOtherMaterial } from './against-other-material.ts';
import { entityListed } from './entity-listed.ts';
import { entitySharedIdentity } from './entity-shared-identity.ts';
import { factsNeeded } from './facts-needed.ts';
import type { Finder } from './finder.ts';
import { goodsCountryGood } from './goods-country-good.ts';
import { goodsMisdescribed } from './goods-misdescribed.ts';
import { goodsOrdered } from './goods-ordered.ts';
import { goodsPrioritySector } from './goods-priority-sector.ts';
import { goodsUpstreamInput } from './goods-upstream-input.ts';
import { goodsValuePerKg } from './goods-value-per-kg.ts';
import { labourStateImposed } from './labour-state-imposed.ts';
import { originLoadingPort } from './origin-loading-port.ts';
import { originMakerCountry } from './origin-maker-country.ts';
import { originMidMismatch } from './origin-mid-mismatch.ts';
import { originPhoneProvince } from './origin-phone-province.ts';
import { originPostcodeProvince } from './origin-postcode-province.ts';
import { originUsccChecksum } from './origin-uscc-checksum.ts';
import { originUsccProvince } from './origin-uscc-province.ts';
import { placeXinjiang } from './place-xinjiang.ts';
import { supplyNetwork } from './supply-network.ts';
import { vesselListed } from './vessel-listed.ts';

export const allFinders: readonly Finder[] = [
  factsNeeded,
  entityListed,
  entitySharedIdentity,
  vesselListed,
  placeXinjiang,
  labourStateImposed,
  originMakerCountry,
  originUsccProvince,
  originUsccChecksum,
  originPostcodeProvince,
  originPhoneProvince,
  originMidMismatch,
  originLoadingPort,
  supplyNetwork,
  goodsOrdered,
  goodsMisdescribed,
  goodsValuePerKg,
  goodsPrioritySector,
  goodsUpstreamInput,
  goodsCountryGood,
  againstOtherMaterial,
  againstMakerElsewhere,
  againstInputsKnown,
];
