package dev.quire.app.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Demo books as tests look at them.
final class Books {
  private Books() {}

  static byte[] bytes(DemoBook book) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new BookWriter(book).write(bytes);
    return bytes.toByteArray();
  }

  /// The book as Apache POI reads it.
  static XSSFWorkbook opened(DemoBook book) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes(book)));
  }

  /// The files inside, by path, in their order.
  static Map<String, byte[]> parts(DemoBook book) throws IOException {
    var parts = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes(book)))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }
}
