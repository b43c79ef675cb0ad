package dev.quire.ooxml.part;

import dev.quire.ooxml.guard.Budget;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.xml.XmlInput;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.ooxml.zip.ZipArchive;
import dev.quire.ooxml.zip.ZipEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/// The parts of a package by name. Names have no slash in front and are compared without case.
///
/// @param archive where they lie
/// @param limits what they may be
/// @param inflated counts what is unpacked
/// @param filters what lets parts be read as others, by names in lower case
public record PackageParts(
    ZipArchive archive, XlsxLimits limits, Budget inflated, Map<String, PartFilter> filters) {
  /// Copies the filters.
  public PackageParts {
    filters = Map.copyOf(filters);
  }

  /// The parts of an archive, with a budget of their own.
  public static PackageParts of(ZipArchive archive, XlsxLimits limits) {
    long allowed = limits.packageBytes(archive.bytes().length);
    return new PackageParts(archive, limits, new Budget("bytes when unpacked", allowed), Map.of());
  }

  /// The same parts with a budget of their own, for whoever reads them later.
  public PackageParts afresh() {
    return filtered(filters);
  }

  /// The parts with some of them read as others.
  public PackageParts filtered(Map<String, PartFilter> others) {
    long allowed = limits.packageBytes(archive.bytes().length);
    return new PackageParts(archive, limits, new Budget("bytes when unpacked", allowed), others);
  }

  /// Whether there is such a part.
  public boolean has(String name) {
    return archive.find(name).isPresent();
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
