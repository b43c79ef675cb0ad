package dev.quire.app.demo;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// The drive of a server that was given none, so that there is something to try.
public final class DemoDrive {
  /// Stands in the folder while it is being filled, so that a start that was cut short is completed
  /// by the next one; locked, so that two starts at once do not disturb each other.
  private static final String MARKER = ".seeding";

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("Sales/Log 2026.xlsx", SalesBook::book),
          new Entry("Prices.xlsx", PricesBook::book),
          new Entry("Loan.xlsx", LoanBook::book));

  private DemoDrive() {}

  /// Fills the folder when it is absent or empty. Otherwise it is somebody's: whatever was changed
  /// in it, added or deleted stays so. Each file appears complete or not at all, with the same
  /// bytes every time.
  public static void seed(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (isUntouched(folder)) {
      var marker = folder.resolve(MARKER);
      try (var channel = FileChannel.open(marker, CREATE, WRITE);
          var lock = channel.lock()) {
        fill(folder);
        Files.deleteIfExists(marker);
      }
    }
  }

  private static boolean isUntouched(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      var names = entries.map(entry -> entry.getFileName().toString()).toList();
      return names.isEmpty() || names.contains(MARKER);
    }
  }

  /// The long book takes longer than all else, so they are made side by side. Nothing goes on after
  /// the end, even when something failed.
  private static void fill(Path folder) throws IOException {
    var started = new ArrayList<Future<Path>>();
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var entry : ENTRIES) {
        started.add(workers.submit(() -> place(folder, entry)));
      }
    }
    for (var entry : started) {
      if (entry.state() == Future.State.FAILED) {
        throw new IOException("cannot fill " + folder, entry.exceptionNow());
      }
    }
  }

  private static Path place(Path folder, Entry entry) throws IOException {
    var file = folder.resolve(entry.path());
    var unfinished = folder.resolve(MARKER + "." + file.getFileName());
    if (Files.notExists(file)) {
      write(entry.book().get(), unfinished);
      Files.createDirectories(file.getParent());
      Files.move(unfinished, file, ATOMIC_MOVE);
    }
    Files.deleteIfExists(unfinished);
    return file;
  }

  private static void write(DemoBook book, Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      new BookWriter(book).write(out);
    }
  }

  private record Entry(String path, Supplier<DemoBook> book) {}
}
