/// The Graph workbook API as a function from requests to answers,
/// [dev.quire.graph.exchange.GraphHandler]. No HTTP library in sight.
@org.jspecify.annotations.NullMarked
module dev.quire.graph {
  requires static transitive org.jspecify;
  requires transitive dev.quire.session;
  requires transitive dev.quire.store;
  requires transitive dev.quire.workbook;
  requires tools.jackson.core;
  requires java.xml;

  exports dev.quire.graph;
  exports dev.quire.graph.exchange;
  exports dev.quire.graph.fault;
  exports dev.quire.graph.gate;
  exports dev.quire.graph.json;
}
