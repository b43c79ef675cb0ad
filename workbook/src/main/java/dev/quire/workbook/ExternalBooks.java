package dev.quire.workbook;

import dev.quire.engine.formula.Template;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// All workbooks that formulas refer to, found by what stands before the `!`.
final class ExternalBooks {
  static final ExternalBooks NONE = new ExternalBooks(List.of());

  private final List<Linked> books;

  /// A workbook whose sheets have got keys.
  ///
  /// @param firstKey key of its first sheet; the others follow
  /// @param names what its names stand for, by folded name, those of a sheet with its place before
  ///   them
  record Linked(ExternalBook book, int firstKey, Map<String, Template> names) {
    Linked {
      names = Map.copyOf(names);
    }

    Optional<Integer> key(String sheet) {
      return place(sheet).stream().mapToObj(place -> firstKey + place).findFirst();
    }

    OptionalInt place(String sheet) {
      return IntStream.range(0, book.sheets().size())
          .filter(place -> book.sheets().get(place).name().equalsIgnoreCase(sheet))
          .findFirst();
    }

    boolean isAt(String file) {
      String target = book.target().replace('\\', '/').replace("%20", " ");
      return target.substring(target.lastIndexOf('/') + 1).equalsIgnoreCase(file);
    }
  }

  ExternalBooks(List<Linked> books) {
    this.books = List.copyOf(books);
  }

  static String key(OptionalInt sheet, String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return sheet.isPresent() ? sheet.getAsInt() + "!" + folded : folded;
  }

  List<Integer> sheets(String text) {
    Optional<Linked> book = book(text);
    String name = sheetName(text);
    if (book.isEmpty()) {
      return List.of();
    }
    Optional<Integer> one = book.get().key(name);
    return one.isPresent() ? List.of(one.get()) : between(book.get(), name);
  }

  /// The name of a sheet of another workbook as it stands before the `!`, without quotes.
  Optional<String> sheetName(int key) {
    for (int number = 1; number <= books.size(); number++) {
      Linked linked = books.get(number - 1);
      int place = key - linked.firstKey();
      if (place >= 0 && place < linked.book().sheets().size()) {
        return Optional.of("[" + number + "]" + linked.book().sheets().get(place).name());
      }
    }
    return Optional.empty();
  }

  /// Whether a sheet is one of these workbooks.
  boolean holds(int key) {
    for (Linked linked : books) {
      if (key >= linked.firstKey() && key < linked.firstKey() + linked.book().sheets().size()) {
        return true;
      }
    }
    return false;
  }

  /// Whether the workbook that stands before a `!` is one of these.
  boolean has(String text) {
    return book(text).isPresent();
  }

  private static List<Integer> between(Linked book, String span) {
    int colon = span.indexOf(':');
    OptionalInt first = book.place(span.substring(0, Math.max(colon, 0)));
    OptionalInt last = book.place(span.substring(colon + 1));
    if (colon < 0 || first.isEmpty() || last.isEmpty()) {
      return List.of();
    }
    List<Optional<Integer>> keys =
        IntStream.rangeClosed(first.getAsInt(), last.getAsInt())
            .mapToObj(place -> book.key(book.book().sheets().get(place).name()))
            .toList();
    return keys.stream().allMatch(Optional::isPresent)
        ? keys.stream().flatMap(Optional::stream).toList()
        : List.of();
  }

  /// The name of a sheet first, then the workbook's.
  Optional<Template> name(String text, String name) {
    Optional<Linked> book = book(text);
    if (book.isEmpty()) {
      return Optional.empty();
    }
    boolean quoted = name.length() > 1 && name.startsWith("'") && name.endsWith("'");
    String bare = quoted ? name.substring(1, name.length() - 1).replace("''", "'") : name;
    OptionalInt sheet = book.get().place(sheetName(text));
    Map<String, Template> names = book.get().names();
    return Optional.ofNullable(names.get(key(sheet, bare)))
        .or(() -> Optional.ofNullable(names.get(key(OptionalInt.empty(), bare))));
  }

  private Optional<Linked> book(String text) {
    int open = text.indexOf('[');
    int close = text.indexOf(']', open + 1);
    if (open < 0 || close < 0) {
      return Optional.empty();
    }
    String inside = text.substring(open + 1, close);
    if (inside.matches("[1-9][0-9]{0,4}") && open == 0) {
      int place = Integer.parseInt(inside) - 1;
      return place < books.size() ? Optional.of(books.get(place)) : Optional.empty();
    }
    return books.stream().filter(book -> book.isAt(inside)).findFirst();
  }

  private static String sheetName(String text) {
    return text.substring(text.indexOf(']') + 1);
  }
}
