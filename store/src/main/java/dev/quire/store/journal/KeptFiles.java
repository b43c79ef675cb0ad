package dev.quire.store.journal;

import dev.quire.store.Aside;
import dev.quire.store.Buffers;
import dev.quire.store.StoreFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// Contents by name, a file each.
final class KeptFiles {
  private static final String DRAFT = ".draft";

  private final Path folder;

  KeptFiles(Path folder) {
    this.folder = folder;
  }

  /// Durable when this returns.
  void keep(String name, ByteBuffer content) {
    Path file = folder.resolve(name);
    Path draft = folder.resolve(name + DRAFT);
    try {
      if (Files.exists(file)) {
        return;
      }
      Files.createDirectories(folder);
      write(draft, content);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      syncFolder();
    } catch (IOException refused) {
      throw new StoreFault.Unwritable("the journal", String.valueOf(refused.getMessage()));
    }
  }

  private static void write(Path draft, ByteBuffer content) throws IOException {
    try (var out =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      Buffers.write(content, out);
      out.force(true);
    }
  }

  private void syncFolder() throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException windows) {
      // Windows opens no folders, and needs no sync for names.
    }
  }

  Optional<ByteBuffer> find(String name) {
    Path file = folder.resolve(name);
    try {
      Optional<ByteBuffer> beside = Aside.copy(file, Files.size(file));
      return beside.isPresent() ? beside : Optional.of(ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException refused) {
      throw new StoreFault.Unreadable("the journal", String.valueOf(refused.getMessage()));
    }
  }

  void release(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException refused) {
      throw new StoreFault.Unwritable("the journal", String.valueOf(refused.getMessage()));
    }
  }

  /// Removes everything but these.
  void retain(Set<String> names) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!names.contains(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
