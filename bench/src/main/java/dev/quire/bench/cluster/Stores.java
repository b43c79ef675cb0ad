package dev.quire.bench.cluster;

import dev.quire.testbed.ObjectServer;
import dev.quire.testbed.PostgresServer;
import java.io.IOException;
import java.util.Optional;

/// What the servers of a cluster share: a real PostgreSQL, and for their files either that or a
/// server of the S3 protocol.
record Stores(PostgresServer database, Optional<ObjectServer> objects) implements AutoCloseable {
  static final String BUCKET = "books";

  /// Where the files of a cluster lie.
  enum Files {
    DATABASE,
    BUCKET
  }

  static Stores start(Files files) throws IOException {
    var database = PostgresServer.start();
    if (files == Files.DATABASE) {
      return new Stores(database, Optional.empty());
    }
    var objects = ObjectServer.start();
    objects.makeBucket(BUCKET);
    return new Stores(database, Optional.of(objects));
  }

  @Override
  public void close() throws IOException {
    database.close();
    if (objects.isPresent()) {
      objects.get().close();
    }
  }
}
