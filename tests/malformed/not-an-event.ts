/** Lines of good JSON that is no event. */
import { sampleShipment } from '@herkomst/runtime/testing';
import { change, good, type MalformedEvent } from './malformed-event.ts';

function schema(kind: string, line: string, path: string, says: string): MalformedEvent {
  return { kind, line, code: 'schema', path, says };
}

export const notAnEvent: readonly MalformedEvent[] = [
  schema('null', 'null', '', 'expected object, found null'),
  schema('a number', '42', '', 'expected object, found number 42'),
  schema('a string', '"S-1"', '', 'expected object, found the text "S-1"'),
  schema('an array on a line', `[${good}]`, '', 'expected object, found an array'),
  schema('an empty object', '{}', 'specversion', 'missing'),
  schema(
    'data without its envelope',
    JSON.stringify(sampleShipment('S-1')),
    'specversion',
    'missing',
  ),
  schema(
    'another version of CloudEvents',
    change('"1.0"', '"0.3"'),
    'specversion',
    'expected the CloudEvents version "1.0"',
  ),
  schema(
    'another type of event',
    change('shipment.declared', 'shipment.departed'),
    'type',
    'expected the event type',
  ),
  schema('an empty id', change('"id":"bad"', '"id":""'), 'id', 'expected text, found none'),
  schema('a number as id', change('"id":"bad"', '"id":7'), 'id', 'expected string, found number 7'),
  schema(
    'a time without offset',
    change('"data"', '"time":"2026-03-01T08:00:00","data"'),
    'time',
    'expected an RFC 3339 date-time with an offset',
  ),
  schema(
    'data in XML',
    change('"data"', '"datacontenttype":"application/xml","data"'),
    'datacontenttype',
    'expected a JSON content type',
  ),
  schema('no data', change('"data"', '"payload"'), 'data', 'missing'),
  schema(
    'data as text',
    change(good.slice(good.indexOf('"data":') + 7, -1), '"{}"'),
    'data',
    'expected object, found the text "{}"',
  ),
  schema(
    'a field that is not known',
    change('"mode"', '"colour":"red","mode"'),
    'data.transport.colour',
    'no such field',
  ),
  schema(
    'a misspelt field',
    change('"manufacturerPartyId"', '"manufacturerPartyld"'),
    'data.items[0].manufacturerPartyld',
    'no such field',
  ),
  schema(
    'a prototype',
    change('"role":"consignee"', '"__proto__":{"name":"x"},"role":"consignee"'),
    'data.parties[1].__proto__',
    'no such field',
  ),
  schema(
    'a constructor',
    change('"role":"consignee"', '"constructor":1,"role":"consignee"'),
    'data.parties[1].constructor',
    'no such field',
  ),
  schema(
    'a country in words',
    change('"CN"', '"China"'),
    'data.items[0].countryOfOrigin',
    'expected an ISO 3166-1 alpha-2 country code',
  ),
  schema(
    'a country in small letters',
    change('"country":"NL"', '"country":"nl"'),
    'data.parties[1].address.country',
    'expected an ISO 3166-1 alpha-2',
  ),
  schema(
    'a commodity code with dots',
    change('67042000', '6704.20'),
    'data.items[0].commodityCode',
    'without dots',
  ),
  schema(
    'a commodity code as a number',
    change('"67042000"', '67042000'),
    'data.items[0].commodityCode',
    'expected string, found number 67042000',
  ),
  schema(
    'a date without time',
    change('2026-03-01T08:00:00Z', '2026-03-01'),
    'data.declaration.lodgedAt',
    'expected an RFC 3339 date-time',
  ),
  schema(
    'a day that does not exist',
    change('2026-03-01', '2026-02-30'),
    'data.declaration.lodgedAt',
    'expected an RFC 3339 date-time',
  ),
  schema(
    'a negative mass',
    change('12.5', '-1'),
    'data.items[0].grossMassKg',
    'expected number to be >=0',
  ),
  schema(
    'a mass beyond all numbers',
    change('12.5', '1e999'),
    'data.items[0].grossMassKg',
    'expected number',
  ),
  schema(
    'a mass as text',
    change('12.5', '"12.5"'),
    'data.items[0].grossMassKg',
    'expected number, found the text "12.5"',
  ),
  schema(
    'null for a country',
    change('"CN"', 'null'),
    'data.items[0].countryOfOrigin',
    'expected string, found null',
  ),
  schema(
    'no parties',
    change(good.slice(good.indexOf('"parties":') + 10, good.indexOf(',"items"')), '[]'),
    'data.parties',
    'expected at least one party',
  ),
  schema(
    'no items',
    change(good.slice(good.indexOf('"items":') + 8, -2), '[]'),
    'data.items',
    'expected at least one item',
  ),
  schema(
    'a name of white space',
    change('Kapsalon Groothandel BV', ' \\t '),
    'data.parties[1].name',
    'found only white space',
  ),
  schema(
    'a name without end',
    change('Kapsalon', 'K'.repeat(2001)),
    'data.parties[1].name',
    'expected at most 2000 characters',
  ),
  schema(
    'a role that is not known',
    change('"consignee"', '"middleman"'),
    'data.parties[1].role',
    'expected one of',
  ),
  schema(
    'a port with a space',
    change('CNTAO', 'CN TAO'),
    'data.transport.portOfLoading',
    'expected a UN/LOCODE',
  ),
  schema(
    'a means of transport that is not known',
    change('"sea"', '"boat"'),
    'data.transport.mode',
    'expected one of',
  ),
  schema(
    'a line number of nought',
    change('"lineNumber":1', '"lineNumber":0'),
    'data.items[0].lineNumber',
    '>=1',
  ),
  schema(
    'a manufacturer that is not among the parties',
    change('"manufacturerPartyId":"m"', '"manufacturerPartyId":"n"'),
    'data.items[0].manufacturerPartyId',
    'no party has the partyId "n"',
  ),
  schema(
    'two parties of one id',
    change('"role":"consignee"', '"partyId":"m","role":"consignee"'),
    'data.parties[1].partyId',
    'two parties have the partyId "m"',
  ),
];
