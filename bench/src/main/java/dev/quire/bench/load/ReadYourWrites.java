package dev.quire.bench.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The file that is downloaded right after a write was acknowledged holds the write.
final class ReadYourWrites {
  private static final int CLIENTS = 8;
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private ReadYourWrites() {}

  static Finding run(LoadServer server, int trials, long seed) throws Exception {
    for (int client = 0; client < CLIENTS; client++) {
      server.blank(book(client));
    }
    var latencies = new Latencies();
    List<String> wrong =
        Crowd.of(
            CLIENTS,
            client -> {
              var random = new Random(seed + client);
              int own = trials / CLIENTS + (client < trials % CLIENTS ? 1 : 0);
              try (Visitor visitor = server.visitor(book(client))) {
                String ticket = visitor.opens(true);
                for (int trial = 0; trial < own; trial++) {
                  trial(visitor, random.nextBoolean() ? ticket : "", random, latencies);
                }
                visitor.closes(ticket);
              }
            });
    return new Finding(
        "%,d writes of a random cell, in a persistent session or in none, each looked for in the file at once"
            .formatted(trials),
        List.of("%,d found; write and download %s".formatted(latencies.count(), latencies)),
        wrong);
  }

  private static String book(int client) {
    return "Own%d.xlsx".formatted(client);
  }

  private static void trial(Visitor visitor, String ticket, Random random, Latencies latencies)
      throws IOException {
    String cell = (char) ('A' + random.nextInt(20)) + Integer.toString(1 + random.nextInt(60));
    int value = random.nextInt(1_000_000_000);
    long begun = System.nanoTime();
    visitor.writes("Sheet1", cell, value, ticket);
    byte[] file = visitor.downloads();
    long took = System.nanoTime() - begun;
    String sheet = part(file, SHEET);
    var found = Pattern.compile("<c r=\"" + cell + "\"[^>]*><v>([^<]*)</v>").matcher(sheet);
    if (!found.find() || !found.group(1).equals(Integer.toString(value))) {
      throw new IOException("%s of %s is not %d".formatted(cell, visitor.book(), value));
    }
    latencies.add(took);
  }

  /// Read with the JDK alone, which knows nothing of workbooks.
  private static String part(byte[] file, String name) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new IOException("the file has no " + name);
  }
}
