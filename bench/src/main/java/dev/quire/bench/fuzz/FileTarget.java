package dev.quire.bench.fuzz;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.InsertShift;
import dev.quire.workbook.SheetReading;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.WorksheetKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Workbook files: damaged as a zip, or well packed with a damaged part. What opens is changed,
/// saved and opened again.
final class FileTarget implements Target {
  private static final SheetReading LATE = new SheetReading(Runnable::run, 1, 0);

  private final List<byte[]> seeds;
  private final boolean insideParts;

  /// @param insideParts whether parts are damaged rather than the zip around them
  FileTarget(List<byte[]> seeds, boolean insideParts) {
    this.seeds = seeds;
    this.insideParts = insideParts;
  }

  @Override
  public String name() {
    return insideParts ? "xml" : "zip";
  }

  @Override
  public byte[] input(RandomGenerator random) {
    byte[] seed = seeds.get(random.nextInt(seeds.size()));
    var mutation = new Mutation(random);
    if (!insideParts) {
      return mutation.bytes(seed);
    }
    Map<String, byte[]> parts = unpacked(seed);
    List<String> names = parts.keySet().stream().filter(each -> !each.endsWith("/")).toList();
    for (int times = random.nextInt(1, 3); times > 0; times--) {
      String name = names.get(random.nextInt(names.size()));
      byte[] part = parts.get(name);
      if (part != null) {
        parts.put(name, random.nextInt(8) == 0 ? mutation.bytes(part) : mutation.utf8(part));
      }
    }
    return packed(parts);
  }

  @Override
  public boolean take(byte[] input) {
    try {
      XlsxFile file = XlsxFile.open(input, XlsxLimits.DEFAULT, CalculationEnvironment.TIMELESS);
      readLate(input);
      change(file, written(file.workbook()));
      change(file, inserted(file.workbook()));
      return true;
    } catch (XlsxFault | WorkbookFault refused) {
      requireMessage(refused);
      return false;
    }
  }

  private static void requireMessage(RuntimeException refused) {
    if (String.valueOf(refused.getMessage()).length() < 5) {
      throw new IllegalStateException("a refusal without a reason", refused);
    }
  }

  private static void readLate(byte[] input) {
    Workbook book =
        XlsxFile.open(
                input,
                Optional.empty(),
                XlsxLimits.DEFAULT,
                CalculationEnvironment.TIMELESS,
                WorksheetKeys.FRESH,
                LATE)
            .workbook();
    book.tabs().forEach(tab -> book.text(tab.key(), 0, 0));
  }

  private static void change(XlsxFile file, Optional<Workbook> changed) {
    if (changed.isPresent()) {
      byte[] saved = file.save(changed.get(), Instant.EPOCH).bytes();
      try {
        XlsxFile.open(saved, XlsxLimits.DEFAULT, CalculationEnvironment.TIMELESS);
      } catch (XlsxFault broken) {
        throw new IllegalStateException("what was saved cannot be opened", broken);
      }
    }
  }

  private static Optional<Workbook> written(Workbook book) {
    CellGrid<Entry> text = CellGrid.filled(new Entry.Constant(new TextValue("fuzz")));
    int sheet = book.worksheets().getFirst().key();
    return applied(
        book, new Edit.WriteCells(sheet, Area.cell(1, 1), Optional.empty(), Optional.of(text)));
  }

  private static Optional<Workbook> inserted(Workbook book) {
    int sheet = book.worksheets().getFirst().key();
    var row = new Area(1, 0, 1, Grid.COLUMNS - 1);
    return applied(book, new Edit.InsertCells(sheet, row, InsertShift.DOWN));
  }

  private static Optional<Workbook> applied(Workbook book, Edit edit) {
    try {
      return Optional.of(book.apply(edit, CalculationEnvironment.TIMELESS).workbook());
    } catch (WorkbookFault refused) {
      requireMessage(refused);
      return Optional.empty();
    }
  }

  private static Map<String, byte[]> unpacked(byte[] seed) {
    var parts = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(seed))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        parts.put(each.getName(), zip.readAllBytes());
      }
    } catch (IOException unpackable) {
      parts.put("xl/workbook.xml", seed);
    }
    return parts.isEmpty() ? new LinkedHashMap<>(Map.of("x", seed)) : parts;
  }

  private static byte[] packed(Map<String, byte[]> parts) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
