/// Cells, formulas, worksheet functions and recalculation. Knows no file, no JSON and no clock of
/// its own: the instant, the zone and the random source are handed in. XML is read only as the text
/// that FILTERXML is given.
@org.jspecify.annotations.NullMarked
module dev.quire.engine {
  requires java.xml;
  requires static transitive org.jspecify;
  requires org.apache.commons.numbers.gamma;

  exports dev.quire.engine.cells;
  exports dev.quire.engine.date;
  exports dev.quire.engine.formula;
  exports dev.quire.engine.function;
  exports dev.quire.engine.numfmt;
  exports dev.quire.engine.recalc;
  exports dev.quire.engine.ref;
  exports dev.quire.engine.value;
  exports dev.quire.engine;
}
