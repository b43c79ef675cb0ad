package dev.quire.bench.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.bench.torture.Torture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that is a large part of the heap, as `./quire bench files` measures it at full size.
final class SmallHeapTest {
  @TempDir Path folder;

  @Test
  void workbookWhoseFileFillsMostOfTheHeapIsReadChangedSavedAndReadAgain()
      throws IOException, InterruptedException {
    var command = new ArrayList<>(Torture.fromClassPath());
    command.add(1, "-Xmx64m");
    Path file = BenchFiles.write(FileCase.SMALLER, folder);
    List<String> steps =
        new SmallHeap(command, folder.resolve("server"), FileCase.SMALLER.rows() / 2).run(file);
    assertEquals(8, steps.size());
  }
}
