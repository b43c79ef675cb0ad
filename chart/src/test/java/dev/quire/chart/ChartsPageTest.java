package dev.quire.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ChartsPageTest {
  @Test
  void draws() throws IOException {
    Path out = Path.of("target/gallery");
    Files.createDirectories(out);
    var painter = new ChartPainter();
    for (var entry : Gallery.all().entrySet()) {
      long t = System.nanoTime();
      var s = entry.getValue();
      byte[] png = painter.png(s.space(), s.data(), Sample.SIZE, 2);
      System.out.println(
          entry.getKey() + " " + (System.nanoTime() - t) / 1000 + "us " + png.length);
      Files.write(out.resolve(entry.getKey() + ".png"), png);
      Files.writeString(
          out.resolve(entry.getKey() + ".svg"), painter.svg(s.space(), s.data(), Sample.SIZE));
      assertTrue(png.length > 100);
    }
  }
}
