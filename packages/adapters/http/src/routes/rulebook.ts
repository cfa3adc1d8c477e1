/** The rulebook in force, trying another, and putting it in force. */
import type { RulebookDesk, RulebookRefused } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import { newBacktestSchema, publishRulebookSchema } from '../contract/index.ts';
import { addOperation } from '../operation.ts';
import { getBacktest, getRulebook, publishRulebook, startBacktest } from '../operations/work.ts';
import { fromEngine, notFound, Problem } from '../problem.ts';
import { readCommand } from '../read-command.ts';

export function addRulebookRoutes(app: FastifyInstance, desk: RulebookDesk): void {
  addOperation(app, getRulebook, () => fromEngine(desk.inForce()));

  addOperation(app, startBacktest, async ({ request, reply, by }) => {
    const { yaml, from, to } = await readCommand(request, newBacktestSchema);
    const period = { from: momentOf(from), to: momentOf(to) };
    const outcome = await fromEngine(desk.startBacktest(by, yaml, period));
    if (outcome.kind === 'refused') throw refusal(outcome);
    return reply.status(202).send({ id: outcome.id });
  });

  addOperation(app, getBacktest, async ({ params: { id }, by }) => {
    const backtest = await fromEngine(desk.backtest(by.tenant, id));
    if (backtest === null) throw notFound('No backtest has this id.');
    return backtest;
  });

  addOperation(app, publishRulebook, async ({ request, by }) => {
    const { yaml, backtestId } = await readCommand(request, publishRulebookSchema);
    const outcome = await fromEngine(desk.publish(by, yaml, backtestId));
    if (outcome.kind === 'refused') throw refusal(outcome);
    return outcome.rulebook;
  });
}

function momentOf(given: string | undefined): string | null {
  return given === undefined ? null : new Date(given).toISOString();
}

function refusal({ code, message, faults }: RulebookRefused): Problem {
  switch (code) {
    case 'invalid-rulebook':
      return new Problem(422, code, 'Invalid rulebook', message, { members: { faults } });
    case 'unknown-backtest':
      return notFound(message);
    case 'not-allowed':
      return new Problem(403, code, 'Forbidden', message);
    case 'backtest-running':
    case 'not-backtested':
      return new Problem(409, code, 'Refused', message);
  }
}
