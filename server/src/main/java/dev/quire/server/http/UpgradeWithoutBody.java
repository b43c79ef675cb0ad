package dev.quire.server.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.jspecify.annotations.Nullable;

/// Stays with HTTP/1.1 when a request that asks for HTTP/2 brings a body in chunks. Jetty 12.1
/// would change over before the body has come, and lose both; it only looks for a body whose length
/// is announced.
final class UpgradeWithoutBody extends HTTP2CServerConnectionFactory {
  UpgradeWithoutBody(HttpConfiguration http) {
    super(http);
  }

  @Override
  public @Nullable Connection upgradeConnection(
      Connector connector,
      EndPoint endPoint,
      MetaData.Request request,
      HttpFields.Mutable responseFields) {
    return request.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING)
        ? null
        : super.upgradeConnection(connector, endPoint, request, responseFields);
  }
}
