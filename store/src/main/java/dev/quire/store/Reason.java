package dev.quire.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Why the system refused, in words that name no path outside the drive.
final class Reason {
  private Reason() {}

  static String of(IOException failure) {
    return switch (failure) {
      case AccessDeniedException e -> "permission denied";
      case NoSuchFileException e -> "it vanished meanwhile";
      case ClosedByInterruptException e -> "interrupted";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      case FileSystemException e -> e.getClass().getSimpleName();
      default ->
          failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    };
  }
}
