package dev.quire.junit;

import com.microsoft.graph.serviceclient.GraphServiceClient;

/// A client of the official SDK.
final class SdkClient {
  private SdkClient() {}

  /// A client that sends the token of the usual user to a server.
  static GraphServiceClient of(Quire quire) {
    var authorization = "Bearer " + quire.token();
    var client =
        new GraphServiceClient((call, _) -> call.headers.add("Authorization", authorization));
    client.getRequestAdapter().setBaseUrl(quire.url() + "/v1.0");
    return client;
  }
}
