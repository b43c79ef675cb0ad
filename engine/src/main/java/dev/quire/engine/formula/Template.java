package dev.quire.engine.formula;

/// STUB for compiling only.
public final class Template {
  public boolean isVolatile() { return false; }
  public java.util.SequencedSet<String> unsupported() { return new java.util.LinkedHashSet<>(); }
  public java.util.List<BoundRead> reads(Workspace w, int sheet) { return java.util.List.of(); }
  public boolean mentionsSheet(int key) { return false; }
  public boolean mentionsNames() { return false; }
  public boolean mentionsTables() { return false; }
  public dev.quire.engine.value.Value evaluate(Workspace w, int sheet, int row, int column) { return dev.quire.engine.value.BlankValue.BLANK; }
  public dev.quire.engine.value.Scalar evaluateScalar(Workspace w, int sheet, int row, int column) { return dev.quire.engine.value.BlankValue.BLANK; }
}
