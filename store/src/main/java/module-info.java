/// Where bytes lie. Never knows that they are a workbook.
@org.jspecify.annotations.NullMarked
module dev.quire.store {
  requires static transitive org.jspecify;

  exports dev.quire.store;
}
