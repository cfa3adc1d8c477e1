/**
 * English trade names that Chinese and other exporters use in place of a romanised one.
 */
import type { Random } from '../random.ts';

const words: readonly string[] =
  `Sunshine Evergreen Golden Star Ocean Dragon Phoenix Eagle Lion Tiger Horse Rainbow Diamond Crystal Jade Pearl Silver
  Crown Royal King Queen Prince Victory Glory Success Fortune Treasure Lucky Happy Joy Harmony Unity Union Alliance Pioneer
  Leader Champion Hero Master Giant Titan Atlas Apex Summit Peak Everest Alpine Forest Garden Lotus Rose Orchid Bamboo Maple
  Cedar Pine Oak Willow Spring Summer Autumn Morning Dawn Sunrise Horizon Skyline Galaxy Universe Cosmos Planet Mercury
  Venus Jupiter Neptune Apollo Aurora Polaris Vega Orion Comet Meteor Thunder Lightning Storm Wind Breeze Wave Tide River
  Lake Bay Harbor Island Coral Dolphin Whale Swan Crane Falcon Hawk Panda Bear Wolf Fox Bull Buffalo Camel Elephant Bridge
  Gate Tower Castle Palace Temple Fortress Anchor Compass Beacon Torch Spark Flame Fire Steel Iron Stone Rock Mountain Valley
  Prairie Desert Oasis Fountain Century Millennium Epoch Genesis Origin Future Vision Insight Wisdom Knowledge Noble Honor
  Trust Faith Grace Hope Dream Magic Wonder Miracle Legend Classic Modern Metro Urban Global World Continental Pacific
  Atlantic Orient Eastern Western Northern Southern Central Imperial Regal Supreme Superior Premier Prime First Best Ideal
  Perfect Brilliant Bright Shining Radiant Smart Swift Rapid Dynamic Active Vital Strong Mighty Solid Firm Steady`
    .split(/\s+/)
    .filter((word) => word !== '');

const starts: readonly string[] =
  'Sun Jet Win Max Lux Tech Hi Uni Neo Eco Fine True Well Good Top Sino Tex Land Sky Ever Grand Rich Easy Fly Link Joy Vic Ray Zen Kin Lan Mo Ara Bel Cora Del Eli Fen Gal Hel Ira Kel Lum Mar Nor Ora Pel Qua Ros Sel Tor Ula Ver Wes Xan Yor Zel'.split(
    ' ',
  );
const ends: readonly string[] =
  'speed tech star win way land ray well wood ford link max sun tex lux sky line mark son ton don ler vin ner dex tron nic gen ric lan via ris tal nor dia mont field best tide wing port'.split(
    ' ',
  );

/** One word, two words, or a coined one. */
export function drawEnglishBrand(random: Random): string {
  const kind = random.next();
  if (kind < 0.3) return random.pick(words);
  if (kind < 0.65) return `${random.pick(words)} ${random.pick(words)}`;
  return `${random.pick(starts)}${random.pick(ends)}`;
}
