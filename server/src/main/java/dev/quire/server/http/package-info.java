/// Bytes on a socket become a [dev.quire.graph.exchange.GraphRequest], and a
/// [dev.quire.graph.exchange.GraphResponse] becomes bytes again.
///
/// This package knows Jetty, and is the only one that does. It never looks into a workbook and
/// never decides who may do what. Everything that answers requests, the Graph API and the server's
/// own pages alike, is a [dev.quire.graph.exchange.GraphHandler] in a table of
/// [dev.quire.server.http.Routes]. Start with `Door`, which carries one request through.
package dev.quire.server.http;
