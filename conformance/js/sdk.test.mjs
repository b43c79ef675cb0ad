// The published JavaScript client of Microsoft Graph, unchanged, against a running server.
//
//   QUIRE_URL=http://127.0.0.1:8080 node --test        a server that asks for no token
//   QUIRE_URL=https://localhost:8443 QUIRE_TOKEN=… NODE_EXTRA_CA_CERTS=authority.pem node --test
//
// The client sends its token over https only, and only to hosts that it is told about. The drive
// has to hold the workbook "folder a/Book.xlsx", whose cells and sheets these tests know; they work
// in sessions that do not persist, so that each finds it as it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, GraphError, ResponseType } from '@microsoft/microsoft-graph-client';

const url = process.env.QUIRE_URL;
const token = process.env.QUIRE_TOKEN ?? '';
const workbook = '/me/drive/root:/folder a/Book.xlsx:/workbook';

function client(accessToken) {
  return Client.init({
    baseUrl: `${url}/`,
    customHosts: new Set([new URL(url).hostname]),
    authProvider: (done) => done(null, accessToken),
  });
}

const graph = client(token);

/** Runs `use` with a way to make requests in a session of its own. */
async function inSession(use, persistChanges = false) {
  const session = await graph.api(`${workbook}/createSession`).post({ persistChanges });
  const request = (path) =>
    graph.api(`${workbook}${path}`).header('workbook-session-id', session.id);
  await use(request, session);
  return request;
}

async function refused(status, call) {
  let error;
  await assert.rejects(call, (thrown) => {
    error = thrown;
    return true;
  });
  assert.ok(error instanceof GraphError, String(error));
  assert.equal(error.statusCode, status, error.message);
  return error;
}

test('the own drive lists its files', async () => {
  const drive = await graph.api('/me/drive').get();
  assert.equal(drive.driveType, 'business');
  const { value } = await graph.api(`/drives/${drive.id}/root:/folder a:/children`).get();
  assert.deepEqual(value.map((item) => item.name), ['Book.xlsx']);
  const sheets = await graph.api(`/drives/${drive.id}/items/${value[0].id}/workbook/worksheets`).get();
  assert.equal(sheets.value[0].name, 'Sheet1');
});

test('a session says whether it persists', async () => {
  for (const persistChanges of [true, false]) {
    await inSession(async (request, session) => {
      assert.equal(session.persistChanges, persistChanges);
      assert.ok(session.id);
      await request('/closeSession').post({});
    }, persistChanges);
  }
});

test('cells are written and read back calculated', async () => {
  await inSession(async (request) => {
    const range = "/worksheets/Sheet1/range(address='A1:B2')";
    const values = [[3, '=A1+0.5'], ['text', false]];
    const written = await request(range).patch({ values });
    assert.deepEqual(written.values, [[3, 3.5], ['text', false]]);
    const read = await request(range).get();
    assert.deepEqual(read.values, [[3, 3.5], ['text', false]]);
    assert.equal(read.address, 'Sheet1!A1:B2');
    await request('/closeSession').post({});
  });
});

test('what a session does not persist is gone when it is closed', async () => {
  const cell = "/worksheets/Sheet1/range(address='A1')";
  await inSession(async (request) => {
    await request(cell).patch({ values: [[77]] });
    await request('/closeSession').post({});
  });
  const read = await graph.api(workbook + cell).get();
  assert.deepEqual(read.values, [[2]]);
});

test('the second close is a GraphError with status 404', async () => {
  const request = await inSession(async () => {});
  await request('/closeSession').post({});
  const error = await refused(404, request('/closeSession').post({}));
  assert.equal(error.code, 'ItemNotFound');
  assert.ok(error.requestId);
  assert.equal(JSON.parse(error.body).innerError.code, 'invalidSessionReCreatable');
});

test('query options reach the rows of a table', async () => {
  const rows = await graph.api(`${workbook}/tables/Products/rows`).skip(2).top(3).get();
  assert.deepEqual(rows.value.map((row) => row.index), [2, 3, 4]);
  assert.deepEqual(rows.value[0].values, [['Product 3', 300]]);
  const counted = await graph.api(`${workbook}/tables/Products/rows`).count(true).top(1).get();
  assert.equal(counted['@odata.count'], 7);
});

test('worksheets are selected, filtered and counted', async () => {
  const selected = await graph.api(`${workbook}/worksheets`).select('name').top(2).get();
  assert.deepEqual(selected.value.map((sheet) => sheet.name), ['Sheet1', 'Stock']);
  assert.equal(selected.value[0].position, undefined);
  const filtered = await graph.api(`${workbook}/worksheets`).filter("name eq 'It''s'").get();
  assert.deepEqual(filtered.value.map((sheet) => sheet.name), ["It's"]);
  const count = await graph.api(`${workbook}/worksheets/$count`).responseType(ResponseType.TEXT).get();
  assert.equal(count, '9');
});

// The client leaves most of these characters as they are in the request line.
for (const name of ['R&D', "It's", '100% + 1', 'Übersicht', 'a=b;c,d', '(x) {y}']) {
  test(`worksheet ${name} is found by its name`, async () => {
    const path = `${workbook}/worksheets/${encodeURIComponent(name)}`;
    assert.equal((await graph.api(path).get()).name, name);
  });
}

test('worksheets are added, renamed and deleted', async () => {
  await inSession(async (request) => {
    const added = await request('/worksheets/add').post({ name: 'Added' });
    assert.equal(added.name, 'Added');
    const renamed = await request(`/worksheets/${added.id}`).patch({ name: 'Renamed' });
    assert.equal(renamed.name, 'Renamed');
    await request('/worksheets/Renamed').delete();
    await refused(404, request('/worksheets/Renamed').get());
    await request('/closeSession').post({});
  });
});

test('a report is made, filtered, formatted and totalled in one session', async () => {
  await inSession(async (request) => {
    await request('/worksheets/add').post({ name: 'Report' });
    const sheet = '/worksheets/Report';
    const values = [['Region', 'Sold'], ['North', 3], ['South', 5], ['North', 7]];
    await request(`${sheet}/range(address='A1:B4')`).patch({ values });
    const table = await request(`${sheet}/tables/add`).post({ address: 'A1:B4', hasHeaders: true });
    await request(`/tables/${table.id}`).patch({ name: 'Sold', showTotals: true });
    const added = await request('/tables/Sold/rows/add').post({ values: [['East', 11], ['South', 2]] });
    assert.equal(added.index, 3);
    const column = await request('/tables/Sold/columns/add').post({
      values: [['Double'], ['=[@Sold]*2'], ['=[@Sold]*2'], ['=[@Sold]*2'], ['=[@Sold]*2'], ['=[@Sold]*2'], ['']],
    });
    assert.equal(column.name, 'Double');
    const body = await request('/tables/Sold/columns/Double/dataBodyRange').select('values').get();
    assert.deepEqual(body.values, [[6], [10], [14], [22], [4]]);
    await request('/tables/Sold/columns/Sold/filter/apply').post({
      criteria: { filterOn: 'Custom', criterion1: '>4' },
    });
    const hidden = await request(`${sheet}/range(address='A2')`).select('rowHidden').get();
    assert.equal(hidden.rowHidden, true);
    await request('/tables/Sold/clearFilters').post({});
    await request('/tables/Sold/sort/apply').post({ fields: [{ key: 1, ascending: false }] });
    const sorted = await request('/tables/Sold/columns/Sold/dataBodyRange').get();
    assert.deepEqual(sorted.values, [[11], [7], [5], [3], [2]]);
    const format = await request(`${sheet}/range(address='A1:B1')/format/font`).patch({ bold: true, color: '#FF0000' });
    assert.equal(format.bold, true);
    const total = await request('/functions/sumIf').post({
      range: { address: 'Report!A2:A6' }, criteria: 'North', sumRange: { address: 'Report!B2:B6' },
    });
    assert.equal(total.value, 10);
    await request('/names/add').post({ name: 'Regions', reference: '=Report!$A$2:$A$6' });
    const regions = await request('/names/Regions/range').select('address,values').get();
    assert.equal(regions.address, 'Report!A2:A6');
    assert.equal(regions.values.length, 5);
    await request('/closeSession').post({});
  });
});

test('a file goes out and in unchanged', async () => {
  const file = await graph
    .api('/me/drive/root:/folder a/Book.xlsx:/content')
    .responseType(ResponseType.ARRAYBUFFER)
    .get();
  const bytes = new Uint8Array(file);
  const made = await graph.api('/me/drive/root:/copy.xlsx:/content').put(bytes);
  assert.equal(made.size, bytes.length);
  const copy = await graph
    .api(`/me/drive/items/${made.id}/content`)
    .responseType(ResponseType.ARRAYBUFFER)
    .get();
  assert.deepEqual(new Uint8Array(copy), bytes);
});

if (token) {
  test('a strange token is a GraphError with status 401', async () => {
    const error = await refused(401, client('not.a.token').api('/me/drive').get());
    assert.equal(error.code, 'InvalidAuthenticationToken');
  });
}
