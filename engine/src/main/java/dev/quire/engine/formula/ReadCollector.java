package dev.quire.engine.formula;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;

/// Gathers what a template reads, looking into names and tables.
final class ReadCollector {
  private final Workspace definitions;
  private final int sheet;
  private final SequencedSet<BoundRead> reads = new LinkedHashSet<>();
  private final Set<String> namesSeen = new HashSet<>();
  private final SequencedSet<String> unsupported = new LinkedHashSet<>();
  private boolean isVolatile;

  /// How many names were gone into.
  private int names;

  private boolean followsDefinitions;

  ReadCollector(Workspace definitions, int sheet) {
    this.definitions = definitions;
    this.sheet = sheet;
  }

  /// Where names and tables are looked up; who asks follows definitions.
  Workspace definitions() {
    followsDefinitions = true;
    return definitions;
  }

  /// One for a part, to be taken over with [#join].
  ReadCollector forPart() {
    return new ReadCollector(definitions, sheet);
  }

  int sheet() {
    return sheet;
  }

  void add(Sheets sheets, RelativeArea area) {
    followsDefinitions |= sheets instanceof Sheets.Span || sheets instanceof Sheets.External;
    SheetScope.keys(sheets, sheet, definitions).forEach(key -> add(key, area));
  }

  void add(int key, RelativeArea area) {
    reads.add(new BoundRead(key, area));
    if (names > 0) {
      area.beyondTheEdge().ifPresent(there -> reads.add(new BoundRead(key, there)));
    }
  }

  /// Takes over what another collector has found besides cells.
  void join(ReadCollector other) {
    isVolatile |= other.isVolatile;
    followsDefinitions |= other.followsDefinitions;
    unsupported.addAll(other.unsupported);
  }

  /// Notes something that cannot be computed.
  void lacks(String construct) {
    unsupported.add(construct);
  }

  /// Notes that what is read may change without any definition doing so.
  void changes() {
    isVolatile = true;
  }

  /// Whether a name is met for the first time; names may lead back to themselves.
  boolean enters(int scope, String name) {
    return namesSeen.add(scope + "!" + name.toUpperCase(Locale.ROOT));
  }

  /// [#enters] for a name of another workbook.
  boolean entersExternal(String book, String name) {
    return namesSeen.add(book + "!" + name.toUpperCase(Locale.ROOT));
  }

  /// Goes through a template: that of the formula, or that of a name it uses.
  void collect(Template template) {
    isVolatile |= template.isVolatile();
    unsupported.addAll(template.unsupported());
    template.root().reads(this);
  }

  /// [#collect] for what a name stands for.
  void collectName(Template template) {
    names++;
    collect(template);
    names--;
  }

  Reach reach() {
    return new Reach(List.copyOf(reads), isVolatile, unsupported, followsDefinitions);
  }
}
