// A stand-in with the part of nixflex-node's surface that the test uses, for where that library cannot be installed.
// It sends what nixflex-node sends: a Bearer pair, a JSON content type also without a body, no Idempotency-Key, %2B in
// paths; and fails with status, code, details and request id. It never repeats a request.
export class Nixflex {
  constructor({ apiKey, baseUrl }) {
    const send = async (method, path, body) => {
      const answer = await fetch(`${baseUrl}/v1${path}`, {
        method,
        headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const json = await answer.json();
      if (answer.ok) {
        return json;
      }
      throw Object.assign(new Error(json.error.message), {
        status: answer.status,
        code: json.error.code,
        details: json.error.details,
        requestId: answer.headers.get('x-railway-request-id'),
      });
    };
    const query = (fields) => {
      const text = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== undefined)).toString();
      return text === '' ? '' : `?${text}`;
    };
    const path = (...parts) => parts.map((part) => `/${encodeURIComponent(part)}`).join('');
    this.agents = {
      list: ({ limit, offset } = {}) => send('GET', `/agents${query({ limit, offset })}`),
      create: (fields = {}) => send('POST', '/agents', fields),
      get: (id) => send('GET', path('agents', id)),
      update: (id, fields) => send('PUT', path('agents', id), fields),
      delete: (id) => send('DELETE', path('agents', id)),
    };
    this.phoneNumbers = {
      import: (fields) => send('POST', '/phone-numbers', fields),
      list: ({ agent_id } = {}) => send('GET', `/phone-numbers${query({ agent_id })}`),
      update: (number, fields) => send('PATCH', path('phone-numbers', number), fields),
      delete: (number) => send('DELETE', path('phone-numbers', number)),
      setMonitor: (number, enabled) => send('PUT', path('integrations', 'monitor', 'number', number), { enabled }),
      getMonitor: (number) => send('GET', path('integrations', 'monitor', 'number', number)),
      setWebCalls: (number, enabled) => send('PUT', path('integrations', 'web-calls', 'number', number), { enabled }),
    };
    this.webhooks = {
      set: (number, url, slot = 1) =>
        send('PUT', path('integrations', slot === 2 ? 'webhook2' : 'webhook', 'number', number), { url }),
      get: (number, slot = 1) => send('GET', path('integrations', slot === 2 ? 'webhook2' : 'webhook', 'number', number)),
      delete: (number, slot = 1) =>
        send('DELETE', path('integrations', slot === 2 ? 'webhook2' : 'webhook', 'number', number)),
    };
    this.keys = { rotate: () => send('POST', '/keys/rotate') };
    this.usage = { get: () => send('GET', '/usage') };
  }
}
