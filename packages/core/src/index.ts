export {
  advise,
  type Advice,
  type AdviceOutcome,
  type AdviceQuestion,
  type AdvisedRisk,
} from './advice/advise.ts';
export {
  adviceLanguages,
  tellAdvice,
  writeAdvice,
  type AdviceLanguage,
} from './advice/write-advice.ts';
export * from './alert/alert.ts';
export * from './assessment/assess.ts';
export * from './assessment/assessment.ts';
export * from './assessment/calibrate.ts';
export { logistic, logit } from './assessment/log-odds.ts';
export { scoreOf, weigh } from './assessment/weigh.ts';
export * from './china/divisions.ts';
export { readUscc, type UsccReading } from './china/uscc.ts';
export * from './goods/commodities.ts';
export * from './lists/list.ts';
export * from './network/index.ts';
export type * from './matching/matcher.ts';
export * from './places/coordinates.ts';
export { placesOfShipment, type PlaceOfShipment } from './places/places-of-shipment.ts';
export type { NamingRules, Place } from './places/gazetteer.ts';
export type { RegionData } from './places/region.ts';
export * from './places/state-labour.ts';
export * from './rulebook/definition.ts';
export type { Factors } from './rulebook/factors.ts';
export * from './rulebook/goods.ts';
export * from './rulebook/rulebook.ts';
export * from './shipment/event.ts';
export * from './shipment/schema.ts';
export * from './text/digest.ts';
export { normalise } from './text/normalise.ts';
export * from './backtest/compare.ts';
export { counterfactual, type Counterfactual } from './explain/counterfactual.ts';
export type { FactChange } from './explain/change.ts';
export { explainStored } from './explain/explain-stored.ts';
export * from './explain/explain.ts';
export { writeClock, writeExplanation } from './explain/write-page.ts';
