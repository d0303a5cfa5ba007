// Nixflex's own library where it can be had, else a stand-in that sends the same requests.
// NIXFLEX_SDK may name the entry file of an installed nixflex-node.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import * as standIn from './nixflexwire.mjs';
import { armFault, recordedRequests, startSimulator } from './simulator.mjs';

async function load() {
  if (process.env.NIXFLEX_SDK) {
    return import(pathToFileURL(process.env.NIXFLEX_SDK).href);
  }
  try {
    return await import('nixflex');
  } catch {
    return standIn;
  }
}

const { Nixflex } = await load();
console.log(`# ${Nixflex === standIn.Nixflex ? 'stand-in for nixflex-node' : 'nixflex-node itself'}`);

let simulator;
let nixflex;
let main;

const clientOf = (apiKey) => new Nixflex({ apiKey, baseUrl: simulator.nixflex_url, maxRetries: 0 });
const importOf = (changes = {}) => ({
  phone_number: simulator.free_number,
  twilio_sid: main.sid,
  twilio_token: main.auth_token,
  agent_id: simulator.agent_id,
  ...changes,
});

before(async () => {
  // The two shapes that the library expects.
  simulator = await startSimulator('--fleet', '60', '--list-mode', 'unpaged', '--agents-shape', 'array');
  main = simulator.accounts[0];
  nixflex = clientOf(simulator.nixflex_key);
});
after(async () => assert.equal(await simulator.stop(), 0));

test('reads usage and agents', async () => {
  const usage = await nixflex.usage.get();
  assert.equal(usage.rate_limit_per_minute, 600);
  const agents = await nixflex.agents.list();
  assert.ok(Array.isArray(agents));
  assert.equal(agents.length, 12);
  assert.deepEqual(await nixflex.agents.list({ limit: 2, offset: 1 }), agents.slice(1, 3));
  const agent = await nixflex.agents.get(simulator.agent_id);
  assert.equal(agent.is_active, true);
  await assert.rejects(nixflex.agents.get('agent_none'), { status: 404, code: 'agent_not_found' });
});

test('creates, changes and deletes an agent', async () => {
  const created = await nixflex.agents.create({ name: 'Zoë' });
  const updated = await nixflex.agents.update(created.agent_id, { is_active: false });
  assert.equal(updated.name, 'Zoë');
  assert.equal(updated.is_active, false);
  assert.deepEqual(await nixflex.agents.delete(created.agent_id), { agent_id: created.agent_id, deleted: true });
});

test('imports, lists, changes and deletes a number', async () => {
  const before = (await nixflex.phoneNumbers.list()).count;
  const { phone_number: imported } = await nixflex.phoneNumbers.import(importOf({ custom_prompt: 'Guten Tag' }));
  assert.equal(imported.phone_number, simulator.free_number);
  assert.equal(imported.custom_prompt, 'Guten Tag');
  const list = await nixflex.phoneNumbers.list();
  assert.equal(list.count, before + 1);
  assert.equal(list.phone_numbers[0].phone_number, simulator.free_number);
  const own = await nixflex.phoneNumbers.list({ agent_id: simulator.agent_id });
  assert.ok(own.phone_numbers.every((number) => number.agent_id === simulator.agent_id));
  await assert.rejects(nixflex.phoneNumbers.import(importOf()), { status: 409, code: 'number_already_imported' });
  const { phone_number: changed } = await nixflex.phoneNumbers.update(simulator.free_number, { custom_prompt: null });
  assert.equal(changed.custom_prompt, null);
  await assert.rejects(nixflex.phoneNumbers.update(simulator.free_number, {}), { status: 400, code: 'missing_field' });
  assert.equal((await nixflex.phoneNumbers.setMonitor(simulator.free_number, true)).monitor_enabled, true);
  assert.equal((await nixflex.phoneNumbers.getMonitor(simulator.free_number)).monitor_enabled, true);
  assert.equal((await nixflex.phoneNumbers.setWebCalls(simulator.free_number, false)).web_calls_enabled, false);
  await nixflex.webhooks.set(simulator.free_number, 'https://a.example/done', 2);
  assert.equal((await nixflex.webhooks.get(simulator.free_number, 2)).url, 'https://a.example/done');
  assert.equal((await nixflex.webhooks.delete(simulator.free_number, 2)).url, null);
  const { phone_number: deleted } = await nixflex.phoneNumbers.delete(simulator.free_number);
  assert.deepEqual(deleted, { phone_number: simulator.free_number, deleted: true });
  await assert.rejects(nixflex.phoneNumbers.delete(simulator.free_number), { status: 404, code: 'number_not_found' });
});

test('tells errors apart by their code', async () => {
  const refusals = [
    [{ agent_id: '' }, 400, 'missing_field'],
    [{ phone_number: '0415' }, 400, 'invalid_phone_format'],
    [{ twilio_sid: 'SK0' }, 400, 'invalid_twilio_sid'],
    [{ twilio_token: 'wrong' }, 401, 'twilio_invalid_credentials'],
    [{ phone_number: '+12125550100' }, 404, 'number_not_in_twilio'],
    [{ agent_id: 'agent_none' }, 404, 'agent_not_found'],
    [{ custom_prompt: 'x'.repeat(8001) }, 400, 'custom_prompt_too_long'],
  ];
  for (const [changes, status, code] of refusals) {
    await assert.rejects(nixflex.phoneNumbers.import(importOf(changes)), { status, code });
  }
  await assert.rejects(clientOf('nxf_a:nxfs_b').usage.get(), { status: 401, code: 'invalid_api_key' });
});

test('passes on request ids and rate limits', async () => {
  await armFault(simulator, { path: '/v1/usage', status: 429, retry_after: 3 });
  await assert.rejects(nixflex.usage.get(), (error) => {
    assert.equal(error.code, 'rate_limit_exceeded');
    assert.equal(error.details.retry_after, 3);
    assert.ok(error.requestId);
    return true;
  });
  await armFault(simulator, { path: '/v1/usage', status: 402, code: 'insufficient_balance' });
  await assert.rejects(nixflex.usage.get(), { status: 402, code: 'insufficient_balance' });
});

test('sends the + of a number as %2B', async () => {
  const paths = (await recordedRequests(simulator)).map((request) => request.path);
  const numbered = paths.filter((path) => /phone-numbers\/|\/number\//.test(path));
  assert.ok(numbered.length > 5);
  assert.ok(numbered.every((path) => path.includes('%2B') && !path.includes('+')));
});

test('rotates the key', async () => {
  const rotated = await nixflex.keys.rotate();
  await assert.rejects(nixflex.usage.get(), { status: 401, code: 'invalid_api_key' });
  assert.ok((await clientOf(`${rotated.key_id}:${rotated.key_secret}`).usage.get()).plan);
});
