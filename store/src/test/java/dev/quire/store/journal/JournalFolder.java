package dev.quire.store.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A journal on disk, and what a process that was killed would leave of it.
final class JournalFolder {
  static final BookKey BOOK = new BookKey("b!drive", "01ITEM");
  static final FileMark FILE = new FileMark(0, "00ff", new byte[] {1, 2, 3});

  private JournalFolder() {}

  static LogEntry entry(long sequence) {
    return entry(sequence, "change " + sequence);
  }

  static LogEntry entry(long sequence, String text) {
    return new LogEntry(sequence, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Appends changes 1 to `count` and waits for each: as many transactions as changes.
  static void appendOneByOne(JournalStore journal, BookKey book, int count) {
    for (int each = 1; each <= count; each++) {
      append(journal, book, each).join();
    }
  }

  static CompletableFuture<Void> append(JournalStore journal, BookKey book, long sequence) {
    return journal.append(
        book, entry(sequence), sequence == 1 ? Optional.of(FILE) : Optional.empty());
  }

  static List<String> texts(BookLog log) {
    var texts = new ArrayList<String>();
    log.entries().forEach(entry -> texts.add(new String(entry.bytes(), StandardCharsets.UTF_8)));
    return texts;
  }

  /// The changes that were acknowledged, as texts.
  static List<String> changes(int count) {
    var texts = new ArrayList<String>();
    for (int each = 1; each <= count; each++) {
      texts.add("change " + each);
    }
    return texts;
  }

  /// What is on disk at this moment, in another folder.
  static Path killed(Path folder, Path copies, String name) {
    try {
      Path copy = Files.createDirectories(copies.resolve(name));
      for (String each : List.of("quire.db", "quire.db-wal", "high-water")) {
        if (Files.exists(folder.resolve(each))) {
          Files.copy(folder.resolve(each), copy.resolve(each), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Path kept = folder.resolve("files");
      if (Files.exists(kept)) {
        Path keptCopy = Files.createDirectories(copy.resolve("files"));
        try (var files = Files.list(kept)) {
          for (Path file : files.toList()) {
            Files.copy(
                file, keptCopy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
      return copy;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
