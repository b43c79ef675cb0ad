// The published TypeScript SDK of Microsoft Graph, unchanged, against a running server: its request
// adapter and its models. The environment is that of sdk.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  AnonymousAuthenticationProvider,
  BaseBearerTokenAuthenticationProvider,
  AllowedHostsValidator,
  HttpMethod,
  ParseNodeFactoryRegistry,
  RequestInformation,
  SerializationWriterFactoryRegistry,
} from '@microsoft/kiota-abstractions';
import { JsonParseNodeFactory, JsonSerializationWriterFactory } from '@microsoft/kiota-serialization-json';
import { GraphRequestAdapter } from '@microsoft/msgraph-sdk';
import {
  createWorkbookFunctionResultFromDiscriminatorValue,
  createWorkbookRangeFromDiscriminatorValue,
  createWorkbookSessionInfoFromDiscriminatorValue,
  createWorkbookTableRowFromDiscriminatorValue,
  createWorkbookWorksheetCollectionResponseFromDiscriminatorValue,
} from '@microsoft/msgraph-sdk/models/index.js';
import { createODataErrorFromDiscriminatorValue } from '@microsoft/msgraph-sdk/models/oDataErrors/index.js';

const url = process.env.QUIRE_URL;
const token = process.env.QUIRE_TOKEN ?? '';
const workbook = `${url}/v1.0/me/drive/root:/folder%20a/Book.xlsx:/workbook`;
const errors = { XXX: createODataErrorFromDiscriminatorValue };

const readers = new ParseNodeFactoryRegistry();
readers.registerDefaultDeserializer(JsonParseNodeFactory);
const writers = new SerializationWriterFactoryRegistry();
writers.registerDefaultSerializer(JsonSerializationWriterFactory);
const authentication = token
  ? new BaseBearerTokenAuthenticationProvider({
      getAuthorizationToken: async () => token,
      getAllowedHostsValidator: () => new AllowedHostsValidator(new Set([new URL(url).hostname])),
    })
  : new AnonymousAuthenticationProvider();
const adapter = new GraphRequestAdapter(authentication, readers, writers);

function request(method, path, session, body) {
  const info = new RequestInformation(method);
  info.URL = workbook + path;
  if (session) {
    info.headers.add('workbook-session-id', session);
  }
  if (body !== undefined) {
    info.setStreamContent(new TextEncoder().encode(JSON.stringify(body)).buffer, 'application/json');
  }
  return info;
}

async function session() {
  const info = request(HttpMethod.POST, '/createSession', undefined, { persistChanges: false });
  return (await adapter.send(info, createWorkbookSessionInfoFromDiscriminatorValue, errors)).id;
}

/** The plain value of a node of JSON that has no type of its own. */
function plain(node) {
  const value = node?.getValue ? node.getValue() : node;
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  return value;
}

test('the SDK reads worksheets as its models', async () => {
  const found = await adapter.send(
    request(HttpMethod.GET, '/worksheets'),
    createWorkbookWorksheetCollectionResponseFromDiscriminatorValue,
    errors,
  );
  assert.equal(found.value.length, 9);
  assert.equal(found.value[0].name, 'Sheet1');
  assert.equal(found.value[0].position, 0);
});

test('a day of work in one session', async () => {
  const id = await session();
  const range = "/worksheets/Sheet1/range(address='A1:B2')";
  const written = await adapter.send(
    request(HttpMethod.PATCH, range, id, { values: [[3, '=A1+0.5'], ['text', false]] }),
    createWorkbookRangeFromDiscriminatorValue,
    errors,
  );
  assert.equal(written.address, 'Sheet1!A1:B2');
  assert.deepEqual(plain(written.values), [[3, 3.5], ['text', false]]);
  const row = await adapter.send(
    request(HttpMethod.POST, '/tables/Products/rows/add', id, { values: [['Product 8', 800]] }),
    createWorkbookTableRowFromDiscriminatorValue,
    errors,
  );
  assert.equal(row.index, 7);
  const sum = await adapter.send(
    request(HttpMethod.POST, '/functions/sum', id, { values: [{ address: 'Stock!B2:B9' }] }),
    createWorkbookFunctionResultFromDiscriminatorValue,
    errors,
  );
  assert.equal(plain(sum.value), 3600);
  const used = await adapter.send(
    request(HttpMethod.GET, '/worksheets/Stock/usedRange?$select=address,rowCount', id),
    createWorkbookRangeFromDiscriminatorValue,
    errors,
  );
  assert.equal(used.address, 'Stock!A1:B9');
  assert.equal(used.rowCount, 9);
  await adapter.sendNoResponseContent(request(HttpMethod.POST, '/closeSession', id, {}), errors);
});

test('what is refused is an ODataError', async () => {
  await assert.rejects(
    adapter.send(
      request(HttpMethod.GET, '/worksheets/None'),
      createWorkbookWorksheetCollectionResponseFromDiscriminatorValue,
      errors,
    ),
    (error) => {
      assert.equal(error.responseStatusCode, 404);
      assert.equal(error.errorEscaped.code, 'ItemNotFound');
      return true;
    },
  );
});
