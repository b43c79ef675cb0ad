package dev.quire.ooxml.zip;

/// An entry of a zip archive.
///
/// @param name its key: slashes forward and none in front
/// @param method 0 for stored, 8 for deflated
/// @param flags general purpose flags, of which only the bit for UTF-8 names is kept
/// @param dosTime time of day and date in MS-DOS form, date in the upper half
/// @param crc checksum of the content
/// @param offset where the content begins in the archive
/// @param storedBytes size of the content as it lies in the archive
/// @param bytes size of the content that the archive claims; not to be trusted
public record ZipEntry(
    String name,
    int method,
    int flags,
    int dosTime,
    int crc,
    int offset,
    int storedBytes,
    long bytes) {
  static final int STORED = 0;
  static final int DEFLATED = 8;
  static final int UTF8_NAME = 1 << 11;

  /// Whether the content is compressed in the usual way.
  public boolean isDeflated() {
    return method == DEFLATED;
  }
}
