package dev.quire.ooxml.part;

import dev.quire.ooxml.guard.Budget;
import dev.quire.ooxml.guard.Deadline;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.xml.XmlInput;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.ooxml.zip.IndexedStream;
import dev.quire.ooxml.zip.ZipArchive;
import dev.quire.ooxml.zip.ZipEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The parts of a package by name. Names have no slash in front and are compared without case.
///
/// @param archive where they lie
/// @param limits what they may be
/// @param inflated counts what is unpacked
/// @param filters what lets parts be read as others, by names in lower case
/// @param indexes where to enter worksheet parts, as far as that was found out
public record PackageParts(
    ZipArchive archive,
    XlsxLimits limits,
    Budget inflated,
    Map<String, PartFilter> filters,
    SheetIndexes indexes) {
  /// Packed size from which it is found out already while reading where to enter a worksheet part.
  /// That of smaller ones is soon found out when they are to be saved.
  private static final int LARGE_BYTES = 1 << 24;

  /// Copies the filters.
  public PackageParts {
    filters = Map.copyOf(filters);
  }

  /// The parts of an archive, with a budget of their own.
  ///
  /// @param deadline until when they must have been read
  public static PackageParts of(
      ZipArchive archive, XlsxLimits limits, SheetIndexes indexes, Deadline deadline) {
    return new PackageParts(archive, limits, budget(archive, limits, deadline), Map.of(), indexes);
  }

  /// The same parts with a deadline counted from now.
  PackageParts renewed() {
    return new PackageParts(archive, limits, inflated.renewed(), filters, indexes);
  }

  /// The same parts with a budget of their own, for whoever reads them later.
  public PackageParts afresh() {
    return filtered(filters);
  }

  /// The parts with some of them read as others.
  public PackageParts filtered(Map<String, PartFilter> others) {
    Budget fresh = budget(archive, limits, inflated.deadline().afresh());
    return new PackageParts(archive, limits, fresh, others, indexes);
  }

  private static Budget budget(ZipArchive archive, XlsxLimits limits, Deadline deadline) {
    long allowed = limits.packageBytes(archive.size());
    return new Budget("bytes when unpacked", allowed, deadline);
  }

  /// Whether there is such a part.
  public boolean has(String name) {
    return archive.find(name).isPresent();
  }

  /// A worksheet part to be read as a whole, noting where to enter it if it is large.
  IndexedPart sheet(String name) {
    return indexed(name, LARGE_BYTES);
  }

  /// Where to enter a worksheet part; empty for one that cannot be entered, or is read as another.
  /// Reads the part when that is not known yet.
  ///
  /// @param prefix prefix of the main namespace with its colon, empty for none
  public Optional<SheetIndex> index(String name, String prefix) {
    Optional<SheetIndex> known = indexes.find(name);
    if (known.isPresent() || isFiltered(name)) {
      return isFiltered(name) ? Optional.empty() : known;
    }
    IndexedPart part = indexed(name, 0);
    part.scan(prefix);
    Optional<SheetIndex> found = part.index();
    found.ifPresent(each -> indexes.put(name, each));
    return found;
  }

  private IndexedPart indexed(String name, int leastBytes) {
    var rows = new RowMarks.Builder();
    ZipEntry entry = entry(name);
    if (isFiltered(name) || entry.storedBytes() < leastBytes) {
      return new IndexedPart(scanner(name), Optional.empty(), rows);
    }
    IndexedStream content = archive.openIndexed(entry, inflated);
    var scanner = new XmlScanner(name, XmlInput.utf8(name, content), limits);
    return new IndexedPart(scanner, Optional.of(content), rows);
  }

  private boolean isFiltered(String name) {
    return filters.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /// The content of a part as a stream. Throws [XlsxFault.Damaged] when there is no such part.
  public InputStream open(String name) {
    InputStream content = archive.open(entry(name), inflated);
    PartFilter filter = filters.get(name.toLowerCase(Locale.ROOT));
    return filter == null ? content : filter.apply(content);
  }

  /// The first bytes of a part. Throws [XlsxFault.Damaged] when there is no such part.
  byte[] start(String name, int most) {
    try (InputStream in = open(name)) {
      return in.readNBytes(most);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The content of a part. Throws [XlsxFault.Damaged] when there is no such part.
  public byte[] bytes(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A small part as a tree.
  public XmlTree tree(String name) {
    try (InputStream in = open(name)) {
      byte[] content = in.readNBytes(limits.treeBytes());
      if (in.read() >= 0) {
        throw new XlsxFault.TooLarge(name, "bytes in a part of its kind", limits.treeBytes());
      }
      return XmlTree.read(name, content, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A large part token by token.
  public XmlScanner scanner(String name) {
    return new XmlScanner(name, XmlInput.utf8(name, open(name)), limits);
  }

  /// What a part refers to; nothing when it has no relationships.
  public Relationships relationships(String part) {
    String name = Relationships.partFor(part);
    return has(name) ? Relationships.of(part, tree(name)) : Relationships.none(part);
  }

  private ZipEntry entry(String name) {
    return archive
        .find(name)
        .orElseThrow(() -> new XlsxFault.Damaged(name, -1, "the part is missing"));
  }
}
