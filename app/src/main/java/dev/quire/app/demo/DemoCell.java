package dev.quire.app.demo;

/// A cell to be written.
record DemoCell(Content content, Style style) {
  /// A cell that the file does not mention.
  static final DemoCell NONE = new DemoCell(new Blank(), Style.GENERAL);

  static DemoCell blank(Style style) {
    return new DemoCell(new Blank(), style);
  }

  static DemoCell text(String text, Style style) {
    return new DemoCell(new Text(text), style);
  }

  static DemoCell number(double number, Style style) {
    return new DemoCell(new Number(number), style);
  }

  static DemoCell flag(boolean flag, Style style) {
    return new DemoCell(new Flag(flag), style);
  }

  /// @param formula without the equals sign
  static DemoCell formula(String formula, double value, Style style) {
    return new DemoCell(new Formula(formula, new Number(value)), style);
  }

  /// @param formula without the equals sign
  static DemoCell formula(String formula, String value, Style style) {
    return new DemoCell(new Formula(formula, new Text(value)), style);
  }

  /// What is in a cell.
  sealed interface Content {}

  /// What a formula can come to.
  sealed interface Value extends Content {}

  /// Nothing, but it may have a style.
  record Blank() implements Content {}

  record Text(String text) implements Value {}

  record Number(double number) implements Value {}

  record Flag(boolean flag) implements Value {}

  /// A formula of its own.
  ///
  /// @param text without the equals sign
  record Formula(String text, Value value) implements Content {}

  /// A formula that was filled down.
  record Filled(FillDown fill, boolean first, Value value) implements Content {}

  /// A formula written once for an area: Excel's shared formula.
  ///
  /// @param index unlike that of any other in the sheet
  /// @param area address of the cells that have it
  /// @param formula as in the first of them
  record FillDown(int index, String area, String formula) {
    DemoCell cell(boolean first, double value, Style style) {
      return new DemoCell(new Filled(this, first, new Number(value)), style);
    }

    DemoCell cell(boolean first, String value, Style style) {
      return new DemoCell(new Filled(this, first, new Text(value)), style);
    }
  }
}
