/// HTTP around the Graph workbook API: connections, tokens, limits, health; embeddable.
@org.jspecify.annotations.NullMarked
module dev.quire.server {
  requires static transitive org.jspecify;
  requires transitive dev.quire.graph;
  requires dev.quire.chart;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.http2.server;
  requires org.eclipse.jetty.alpn.server;
  requires org.eclipse.jetty.compression.server;
  requires org.eclipse.jetty.compression.gzip;
  requires com.nimbusds.jose.jwt;
  requires java.net.http;

  exports dev.quire.server;
  exports dev.quire.server.service;
  exports dev.quire.server.clock;
  exports dev.quire.server.control;
  exports dev.quire.server.data;
  exports dev.quire.server.http;
  exports dev.quire.server.tls;
  exports dev.quire.server.token;
}
