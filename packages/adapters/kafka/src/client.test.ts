import { expect, it } from 'vitest';
import { toClientConfig } from './client.ts';

it('hands TLS and SASL on to kafkajs as they are', () => {
  const ssl = { ca: 'a certificate', servername: 'kafka.example' };
  const sasl = { mechanism: 'scram-sha-512', username: 'us', password: 'secret' } as const;
  const config = toClientConfig({ brokers: ['kafka.example:9093'], ssl, sasl });
  expect(config).toMatchObject({ brokers: ['kafka.example:9093'], ssl, sasl });
});

it('asks for neither where they are not given', () => {
  const config = toClientConfig({ brokers: ['localhost:9092'] });
  expect(config).not.toHaveProperty('ssl');
  expect(config).not.toHaveProperty('sasl');
  expect(config).not.toHaveProperty('socketFactory');
});
