package dev.quire.ooxml.part;

import java.io.InputStream;

/// Lets a part be read as another one.
@FunctionalInterface
public interface PartFilter {
  /// The content as it is to be read.
  InputStream apply(InputStream content);
}
