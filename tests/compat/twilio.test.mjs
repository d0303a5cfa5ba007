// Twilio's own library, with nothing changed but the address: its documented custom HTTP client sends to the simulator.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import twilio from 'twilio';
import { armFault, startSimulator } from './simulator.mjs';

class ToSimulator extends twilio.RequestClient {
  constructor(base, options) {
    super(options);
    this.base = base;
  }
  request(options) {
    const asked = new URL(options.uri);
    return super.request({ ...options, uri: this.base + asked.pathname + asked.search });
  }
}

let simulator;
let main;
let subaccount;
let suspended;
let trial;

function clientOf(user, secret, options = {}, http = {}) {
  return twilio(user, secret, { ...options, httpClient: new ToSimulator(simulator.twilio_url, http) });
}
const clientFor = (account) => clientOf(account.sid, account.auth_token);

before(async () => {
  simulator = await startSimulator('--fleet', '260', '--seed', '5');
  const named = (test) => simulator.accounts.find(test);
  main = named((a) => a.type === 'Full' && a.sid === a.owner_account_sid);
  trial = named((a) => a.type === 'Trial');
  subaccount = named((a) => a.owner_account_sid === main.sid && a.sid !== main.sid && a.status === 'active');
  suspended = named((a) => a.status === 'suspended');
});
after(async () => assert.equal(await simulator.stop(), 0));

test('fetches accounts and lists subaccounts', async () => {
  const account = await clientFor(main).api.v2010.accounts(main.sid).fetch();
  assert.equal(account.friendlyName, main.friendly_name);
  assert.equal(account.ownerAccountSid, main.sid);
  assert.equal(account.status, 'active');
  assert.ok(account.dateCreated instanceof Date && !Number.isNaN(account.dateCreated.getTime()));
  const all = await clientFor(main).api.v2010.accounts.list();
  assert.equal(all.length, 4);
  assert.equal(all.find((a) => a.sid === subaccount.sid).authToken, subaccount.auth_token);
  const filtered = await clientFor(main).api.v2010.accounts.list({ status: 'suspended' });
  assert.deepEqual(filtered.map((a) => a.sid), [suspended.sid]);
  assert.equal((await clientFor(trial).api.v2010.accounts(trial.sid).fetch()).type, 'Trial');
});

test('reads every page of the numbers', async () => {
  const client = clientFor(main);
  const byDefault = await client.incomingPhoneNumbers.list();
  const byTens = await client.incomingPhoneNumbers.list({ pageSize: 10 });
  assert.equal(byDefault.length, 130);
  assert.deepEqual(byTens.map((n) => n.sid), byDefault.map((n) => n.sid));
  assert.equal(new Set(byTens.map((n) => n.sid)).size, 130);
  const some = await client.incomingPhoneNumbers.list({ limit: 7 });
  assert.equal(some.length, 7);
  const page = await client.incomingPhoneNumbers.page({ pageSize: 20 });
  const next = await page.nextPage();
  assert.equal(next.instances[0].sid, byDefault[20].sid);
  assert.equal((await next.previousPage()).instances[0].sid, byDefault[0].sid);
});

test('finds one number by its digits', async () => {
  const client = clientFor(main);
  const found = await client.incomingPhoneNumbers.list({ phoneNumber: simulator.free_number });
  assert.deepEqual(found.map((n) => n.phoneNumber), [simulator.free_number]);
  assert.equal(found[0].capabilities.voice, true);
  assert.equal(found[0].origin, 'twilio');
  const fetched = await client.incomingPhoneNumbers(found[0].sid).fetch();
  assert.match(fetched.voiceUrl, /\/Flows\/FW/);
});

test('updates, clears and moves a number', async () => {
  const client = clientFor(main);
  const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: simulator.free_number });
  const resource = client.incomingPhoneNumbers(number.sid);
  const updated = await resource.update({ voiceUrl: 'https://a.example/v?x=1&y=2', voiceMethod: 'GET', friendlyName: 'Zoë' });
  assert.equal(updated.voiceUrl, 'https://a.example/v?x=1&y=2');
  assert.equal(updated.voiceMethod, 'GET');
  assert.equal(updated.friendlyName, 'Zoë');
  assert.equal((await resource.update({ voiceUrl: '' })).voiceUrl || '', '');
  const [trunk] = await client.trunking.v1.trunks.list();
  const [application] = await client.applications.list();
  assert.equal((await resource.update({ voiceApplicationSid: application.sid })).voiceApplicationSid, application.sid);
  const trunked = await resource.update({ trunkSid: trunk.sid });
  assert.equal(trunked.trunkSid, trunk.sid);
  assert.equal(trunked.voiceApplicationSid || '', '');
  const moved = await resource.update({ accountSid: subaccount.sid });
  assert.equal(moved.accountSid, subaccount.sid);
  const there = await clientFor(subaccount).incomingPhoneNumbers(number.sid).fetch();
  assert.equal(there.phoneNumber, simulator.free_number);
  await client.api.v2010.accounts(subaccount.sid).incomingPhoneNumbers(number.sid).update({ accountSid: main.sid });
});

test('searches, buys and releases', async () => {
  const client = clientFor(main);
  const countries = await client.availablePhoneNumbers.list();
  assert.ok(countries.some((c) => c.countryCode === 'GB'));
  const found = await client.availablePhoneNumbers('US').local.list({ areaCode: 212, voiceEnabled: true, limit: 5 });
  assert.ok(found.length > 0 && found.length <= 5);
  assert.equal(found[0].capabilities.voice, true);
  const bought = await client.incomingPhoneNumbers.create({ phoneNumber: found[0].phoneNumber, friendlyName: 'New' });
  assert.match(bought.sid, /^PN[0-9a-f]{32}$/);
  await assert.rejects(client.incomingPhoneNumbers.create({ phoneNumber: found[0].phoneNumber }), { code: 21422, status: 400 });
  assert.equal(await client.incomingPhoneNumbers(bought.sid).remove(), true);
  await assert.rejects(client.incomingPhoneNumbers(bought.sid).fetch(), { code: 20404, status: 404 });
  await assert.rejects(client.incomingPhoneNumbers.create({ phoneNumber: '+15005550001' }), { code: 21421 });
  const rehearsal = clientOf(main.test_sid, main.test_token);
  const magic = await rehearsal.incomingPhoneNumbers.create({ phoneNumber: '+15005550006' });
  assert.equal(magic.phoneNumber, '+15005550006');
  await assert.rejects(rehearsal.incomingPhoneNumbers.list(), { code: 20008, status: 403 });
});

test('reads Messaging Services and their numbers', async () => {
  const client = clientFor(main);
  const services = await client.messaging.v1.services.list({ pageSize: 1 });
  assert.equal(services.length, 2);
  assert.ok(services.some((s) => s.inboundRequestUrl === null));
  const service = await client.messaging.v1.services(services[0].sid).fetch();
  assert.equal(service.useInboundWebhookOnNumber, false);
  const numbers = client.messaging.v1.services(service.sid).phoneNumbers;
  const senders = await numbers.list({ pageSize: 1 });
  assert.ok(senders.length > 1);
  const sender = senders[0];
  assert.ok(sender.capabilities.includes('Voice'));
  await assert.rejects(numbers.create({ phoneNumberSid: sender.sid }), { code: 21710, status: 409 });
  assert.equal(await numbers(sender.sid).remove(), true);
  assert.equal((await numbers.create({ phoneNumberSid: sender.sid })).sid, sender.sid);
});

test('reads who changed a number, and its region', async () => {
  const client = clientFor(main);
  const [number] = await client.incomingPhoneNumbers.list({ limit: 1 });
  await client.incomingPhoneNumbers(number.sid).update({ friendlyName: 'Audited' });
  const events = await client.monitor.v1.events.list({ resourceSid: number.sid });
  assert.equal(events[0].actorSid, main.sid);
  const route = await client.routes.v2.phoneNumbers(number.phoneNumber).fetch();
  assert.equal(route.voiceRegion, 'us1');
});

test('refuses what Twilio refuses', async () => {
  const refused = { code: 20003, status: 401 };
  await assert.rejects(clientOf(main.sid, 'wrong').incomingPhoneNumbers.list(), refused);
  await assert.rejects(clientFor(suspended).incomingPhoneNumbers.list(), refused);
  await assert.rejects(clientFor(subaccount).api.v2010.accounts(main.sid).fetch(), refused);
  const key = clientOf(main.api_key_sid, main.api_key_secret, { accountSid: main.sid });
  assert.equal((await key.incomingPhoneNumbers.list({ limit: 1 })).length, 1);
  await assert.rejects(key.api.v2010.accounts(main.sid).fetch(), refused);
  const [number] = await clientFor(main).incomingPhoneNumbers.list({ limit: 1 });
  const wrong = clientFor(main).incomingPhoneNumbers(number.sid).update({ voiceUrl: 'nonsense' });
  await assert.rejects(wrong, { code: 21402, moreInfo: 'https://www.twilio.com/docs/errors/21402' });
});

test("the library's own retry survives 429", async () => {
  const client = clientOf(main.sid, main.auth_token, {}, { autoRetry: true, maxRetryDelay: 50 });
  await armFault(simulator, { path: '/IncomingPhoneNumbers', status: 429, times: 2 });
  assert.equal((await client.incomingPhoneNumbers.list({ limit: 1 })).length, 1);
  await armFault(simulator, { path: '/IncomingPhoneNumbers', status: 429, times: 1 });
  await assert.rejects(clientFor(main).incomingPhoneNumbers.list({ limit: 1 }), { code: 20429, status: 429 });
});
