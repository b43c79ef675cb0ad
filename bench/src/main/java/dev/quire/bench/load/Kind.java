package dev.quire.bench.load;

import java.io.IOException;
import java.util.Random;

/// A kind of request in the mixed load.
enum Kind {
  READ_CELLS("GET of 10 × 10 cells", 8) {
    @Override
    void once(Guest guest, Random random) throws IOException {
      guest.visitor().reads("Sheet1", "A1:J10", guest.persistent());
    }
  },
  WRITE_CELL("PATCH of a cell, journaled", 8) {
    @Override
    void once(Guest guest, Random random) throws IOException {
      guest.visitor().writes("Sheet1", cell(random), random.nextInt(), guest.persistent());
    }
  },
  WRITE_WITHOUT_SESSION("PATCH of a cell without a session", 4) {
    @Override
    void once(Guest guest, Random random) throws IOException {
      guest.visitor().writes("Sheet1", cell(random), random.nextInt(), "");
    }
  },
  WHAT_IF("PATCH of a cell in a what-if session", 8) {
    @Override
    void once(Guest guest, Random random) throws IOException {
      guest.visitor().writes("Sheet1", cell(random), random.nextInt(), guest.whatIf());
    }
  },
  LIST_SHEETS("GET of the worksheets", 4) {
    @Override
    void once(Guest guest, Random random) throws IOException {
      guest.visitor().expect(200, "GET", "/worksheets", guest.persistent(), "");
    }
  },
  SESSION("createSession and closeSession", 2) {
    @Override
    void once(Guest guest, Random random) throws IOException {
      guest.visitor().closes(guest.visitor().opens(random.nextBoolean()));
    }
  },
  SHEET("add and delete a worksheet", 1) {
    @Override
    void once(Guest guest, Random random) throws IOException {
      String name = "n" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
      String body = "{\"name\":\"" + name + "\"}";
      guest.visitor().expect(201, "POST", "/worksheets/add", guest.persistent(), body);
      guest.visitor().expect(204, "DELETE", "/worksheets/" + name, guest.persistent(), "");
    }
  },
  DOWNLOAD("GET of the file", 1) {
    @Override
    void once(Guest guest, Random random) throws IOException {
      guest.visitor().downloads();
    }
  };

  private final String label;
  private final int share;

  Kind(String label, int share) {
    this.label = label;
    this.share = share;
  }

  /// Sends it and checks the answer.
  abstract void once(Guest guest, Random random) throws IOException;

  String label() {
    return label;
  }

  static Kind any(Random random) {
    int all = 0;
    for (Kind kind : values()) {
      all += kind.share;
    }
    int at = random.nextInt(all);
    for (Kind kind : values()) {
      at -= kind.share;
      if (at < 0) {
        return kind;
      }
    }
    throw new AssertionError(at);
  }

  private static String cell(Random random) {
    return (char) ('A' + random.nextInt(10)) + Integer.toString(1 + random.nextInt(10));
  }

  /// Who sends.
  ///
  /// @param persistent the ticket of a persistent session
  /// @param whatIf the ticket of a what-if session
  record Guest(Visitor visitor, String persistent, String whatIf) {}
}
