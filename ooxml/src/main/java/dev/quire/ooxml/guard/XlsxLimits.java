package dev.quire.ooxml.guard;

import java.time.Duration;

/// How much a workbook may be. What goes beyond is refused with [XlsxFault.TooLarge], counted while
/// reading and never trusted from a header.
///
/// @param fileBytes size of the file
/// @param entries number of entries of the zip archive
/// @param nameBytes length of an entry's name
/// @param partBytes inflated size of one part
/// @param packageBytes inflated size of all parts that are read, whatever the file's size
/// @param packageRatio inflated size of all parts that are read for each byte of the file; files up
///   to `packageFloorBytes` are let through whatever the ratio
/// @param packageFloorBytes inflated size that is always allowed
/// @param depth nesting of XML elements
/// @param attributes number of attributes of one XML element
/// @param tokenBytes length of one XML tag or of one run of text
/// @param treeBytes inflated size of one part that is read as a whole: any but worksheets and texts
/// @param treeElements number of XML elements in one such part
/// @param modelBytes estimated memory of all cells
/// @param styles number of cell formats
/// @param names number of defined names
/// @param deflateLevel how hard rewritten parts are compressed, 1 to 9
/// @param readingTime how long it may take to open a file, and to read a sheet that is read late
public record XlsxLimits(
    long fileBytes,
    int entries,
    int nameBytes,
    long partBytes,
    long packageBytes,
    int packageRatio,
    long packageFloorBytes,
    int depth,
    int attributes,
    int tokenBytes,
    int treeBytes,
    int treeElements,
    long modelBytes,
    int styles,
    int names,
    int deflateLevel,
    Duration readingTime) {
  private static final int MIB = 1 << 20;

  /// Suitable for a server with a gigabyte of heap.
  public static final XlsxLimits DEFAULT =
      new XlsxLimits(
          100L * MIB,
          10_000,
          1_024,
          2_047L * MIB,
          4_096L * MIB,
          200,
          64L * MIB,
          256,
          512,
          16 * MIB,
          64 * MIB,
          500_000,
          256L * MIB,
          65_490,
          65_536,
          1,
          Duration.ofSeconds(60));

  /// Inflated bytes that a file of this size may have.
  public long packageBytes(long fileSize) {
    return Math.min(packageBytes, Math.max(packageFloorBytes, packageRatio * fileSize));
  }

  /// The same, where size counts for more than time when parts are packed.
  public XlsxLimits packingHard() {
    return new XlsxLimits(
        fileBytes,
        entries,
        nameBytes,
        partBytes,
        packageBytes,
        packageRatio,
        packageFloorBytes,
        depth,
        attributes,
        tokenBytes,
        treeBytes,
        treeElements,
        modelBytes,
        styles,
        names,
        6,
        readingTime);
  }
}
