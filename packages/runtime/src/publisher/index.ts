export { assessmentMadeType, deadLetterAddedType } from './outgoing.ts';
export { startPublisher, type Lead, type Publisher, type PublisherParts } from './publisher.ts';
