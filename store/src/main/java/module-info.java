/// Where bytes lie. Never knows that they are a workbook.
@org.jspecify.annotations.NullMarked
module dev.quire.store {
  requires static transitive org.jspecify;
  requires java.net.http;
  requires transitive java.sql;
  requires java.xml;
  requires org.xerial.sqlitejdbc;

  exports dev.quire.store;
  exports dev.quire.store.cluster;
  exports dev.quire.store.journal;
}
