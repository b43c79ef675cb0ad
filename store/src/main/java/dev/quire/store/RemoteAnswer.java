package dev.quire.store;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/// What a server of files answered.
///
/// @param repeated whether the same request was sent before, and may have been carried out then
record RemoteAnswer(HttpResponse<byte[]> response, boolean repeated) {
  int status() {
    return response.statusCode();
  }

  byte[] body() {
    return response.body();
  }

  HttpHeaders headers() {
    return response.headers();
  }

  /// The first value of a header; empty when there is none.
  String header(String name) {
    return headers().firstValue(name).orElse("");
  }
}
