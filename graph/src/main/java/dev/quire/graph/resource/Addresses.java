package dev.quire.graph.resource;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.workbook.Tab;
import dev.quire.workbook.Visibility;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Workbook.Place;
import dev.quire.workbook.Worksheet;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the addresses that clients send (semantics §6.1): `A1:B2`, `$A$1`, `A:C`, with or without
/// the name of the sheet, or a defined name.
final class Addresses {
  private Addresses() {}

  /// The area that an address means on a worksheet.
  ///
  /// @throws BadArgument when it is no address, names another sheet, or has several areas
  static Area resolve(Workbook book, int sheet, String address) {
    int bang = address.lastIndexOf('!');
    String local = address.substring(bang + 1);
    if (bang >= 0) {
      String named = unquoted(address.substring(0, bang));
      boolean same = book.findWorksheet(named).filter(found -> found.key() == sheet).isPresent();
      if (!same) {
        throw new BadArgument(
            "The address '%s' is on another sheet than '%s'."
                .formatted(address, book.worksheet(sheet).orElseThrow().name()));
      }
    }
    return A1.parse(local).orElseGet(() -> named(book, sheet, address, local));
  }

  /// The range that an address means in the workbook; without the name of a sheet it is on the
  /// first visible one, or stands for a name.
  static Place place(Workbook book, String address) {
    int bang = address.lastIndexOf('!');
    Tab sheet =
        bang < 0
            ? firstVisible(book)
            : book.findWorksheet(unquoted(address.substring(0, bang)))
                .map(Worksheet::tab)
                .orElseThrow(() -> new NoSuchEntity("worksheet of", address));
    var named =
        bang < 0 && A1.parse(address).isEmpty()
            ? book.findName(OptionalInt.empty(), address).flatMap(book::place)
            : Optional.<Place>empty();
    return named.orElseGet(() -> new Place(sheet.key(), resolve(book, sheet.key(), address)));
  }

  private static Tab firstVisible(Workbook book) {
    return book.tabs().stream()
        .filter(sheet -> sheet.visibility() == Visibility.VISIBLE)
        .findFirst()
        .orElseGet(() -> book.tabs().getFirst());
  }

  private static Area named(Workbook book, int sheet, String address, String name) {
    Place place =
        book.findName(OptionalInt.of(sheet), name)
            .flatMap(book::place)
            .orElseThrow(
                () -> new BadArgument("'%s' is not the address of a range.".formatted(address)));
    if (place.sheet() != sheet) {
      throw new BadArgument(
          "'%s' is on another sheet than '%s'."
              .formatted(address, book.worksheet(sheet).orElseThrow().name()));
    }
    return place.area();
  }

  private static String unquoted(String sheet) {
    return sheet.length() >= 2 && sheet.startsWith("'") && sheet.endsWith("'")
        ? sheet.substring(1, sheet.length() - 1).replace("''", "'")
        : sheet;
  }
}
