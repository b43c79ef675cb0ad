package dev.quire.session;

import dev.quire.store.Buffers;
import dev.quire.store.DriveStore;
import dev.quire.store.Item;
import dev.quire.store.StoreFault;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Files beside a workbook, for changes that can no longer go into it.
final class Beside {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss.SSS").withZone(ZoneOffset.UTC);

  /// Files of one moment, which a clock that stands still could make many.
  private static final int MOST_COPIES = 1_000;

  private Beside() {}

  /// Stores a new file in the folder of another one, or in the root when that folder is gone.
  ///
  /// @param path path of the other file
  static Item store(DriveStore drive, String path, ByteBuffer content, Instant now) {
    int slash = path.lastIndexOf('/');
    Item folder =
        drive
            .findByPath(slash < 0 ? "" : path.substring(0, slash))
            .filter(item -> !item.isFile())
            .orElseGet(drive::root);
    String name = path.substring(slash + 1);
    String stem = name.replaceFirst("\\.[^.]*$", "");
    String extension = name.substring(stem.length());
    String label = "%s (changes of %s".formatted(stem, STAMP.format(now));
    for (int copy = 1; ; copy++) {
      String count = copy == 1 ? "" : ", " + copy;
      try {
        return drive.create(folder.id(), label + count + ")" + extension, Buffers.stream(content));
      } catch (StoreFault.Exists taken) {
        if (copy == MOST_COPIES) {
          throw taken;
        }
      }
    }
  }
}
