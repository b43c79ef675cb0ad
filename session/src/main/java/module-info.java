/// Open workbooks, tickets, expiry, one writer at a time, long-running operations, saving.
@org.jspecify.annotations.NullMarked
module dev.quire.session {
  requires static transitive org.jspecify;
  requires transitive dev.quire.workbook;
  requires transitive dev.quire.ooxml;
  requires transitive dev.quire.store;
  requires java.management;
  requires jdk.management;

  exports dev.quire.session;
}
