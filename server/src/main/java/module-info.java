/// HTTP around the Graph workbook API: connections, tokens, limits, health; embeddable.
@org.jspecify.annotations.NullMarked
module dev.quire.server {
  requires static transitive org.jspecify;
  requires transitive dev.quire.graph;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.http2.server;
  requires com.nimbusds.jose.jwt;
  requires java.net.http;
}
