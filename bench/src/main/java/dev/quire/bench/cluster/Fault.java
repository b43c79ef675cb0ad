package dev.quire.bench.cluster;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What happens to a server: it begins, and later it is over and the server is well again.
enum Fault {
  /// The process is killed, and started again.
  KILL {
    @Override
    void begin(Node node) throws InterruptedException {
      node.kill();
    }

    @Override
    void end(Node node, HttpClient http) throws IOException, InterruptedException {
      node.again();
      node.awaitReady(http);
    }
  },
  /// The process stands still for longer than its lease, and goes on as if nothing had happened.
  FREEZE {
    @Override
    void begin(Node node) throws IOException, InterruptedException {
      node.signal("STOP");
    }

    @Override
    void end(Node node, HttpClient http) throws IOException, InterruptedException {
      node.signal("CONT");
    }
  },
  /// The database is out of reach, other servers are not.
  NO_DATABASE {
    @Override
    void begin(Node node) throws IOException {
      node.database().cut(true);
    }

    @Override
    void end(Node node, HttpClient http) throws IOException {
      node.database().cut(false);
    }
  },
  /// Neither the database nor other servers are in reach, clients are.
  ALONE {
    @Override
    void begin(Node node) throws IOException {
      node.database().cut(true);
      node.peers().cut(true);
      cutObjects(node, true);
    }

    @Override
    void end(Node node, HttpClient http) throws IOException {
      node.database().cut(false);
      node.peers().cut(false);
      cutObjects(node, false);
    }
  },
  /// The bucket is out of reach, if files lie in one; nothing else is.
  NO_BUCKET {
    @Override
    void begin(Node node) throws IOException {
      cutObjects(node, true);
    }

    @Override
    void end(Node node, HttpClient http) throws IOException {
      cutObjects(node, false);
    }
  },
  /// It is stopped and started again, as with a new version.
  RESTART {
    @Override
    void begin(Node node) {
      node.asksToEnd();
    }

    @Override
    void end(Node node, HttpClient http) throws IOException, InterruptedException {
      node.awaitEnd();
      node.again();
      node.awaitReady(http);
    }
  };

  abstract void begin(Node node) throws IOException, InterruptedException;

  abstract void end(Node node, HttpClient http) throws IOException, InterruptedException;

  /// The faults that such servers can have.
  static List<Fault> of(Node node) {
    return Stream.of(values())
        .filter(fault -> fault != NO_BUCKET || node.objects().isPresent())
        .toList();
  }

  private static void cutObjects(Node node, boolean now) throws IOException {
    if (node.objects().isPresent()) {
      node.objects().get().cut(now);
    }
  }

  /// How long it lasts.
  Duration length(Duration lease) {
    return lease.multipliedBy(2);
  }
}
