package dev.quire.conformance.table;

import com.google.gson.JsonElement;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.User;
import java.util.ArrayList;

/// What filters let through.
final class Shown {
  private Shown() {}

  /// The values of a column of cells on the sheet `Data` in the rows that are shown, with blanks
  /// between them.
  static String in(User user, BookFile book, String cells) {
    var shown = new ArrayList<String>();
    for (JsonElement row :
        user.send(
                Ask.get(
                    book.workbook()
                        + "/worksheets/Data/range(address='%s')/visibleView/rows?$select=values"
                            .formatted(cells)))
            .is(200)
            .json()
            .getAsJsonArray("value")) {
      shown.add(
          row.getAsJsonObject().getAsJsonArray("values").get(0).getAsJsonArray().get(0).toString());
    }
    return String.join(" ", shown);
  }
}
