package dev.quire.bench.cluster;

import dev.quire.bench.JavaCommand;
import dev.quire.bench.filing.Filer;
import dev.quire.bench.filing.Wire;
import dev.quire.ooxml.XlsxFile;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// `./quire cluster-torture [ROUNDS [SEED [database|bucket]]]`: three servers over a real
/// PostgreSQL, with their files there or on a real server of the S3 protocol. In each round one of
/// them is killed, frozen for longer than its lease, cut off, or restarted, while clients read and
/// write through all of them. All that the clients saw must fit to one order of what they did.
public final class ClusterTorture {
  private static final int NODES = 3;
  private static final int BOOKS = 6;
  private static final int ROWS = 4;
  private static final int CLIENTS = 6;
  private static final int FILERS = 3;

  /// How often a request is tried that finds a server gone.
  private static final int TRIES = 100;

  private static final Duration LEASE = Duration.ofSeconds(3);

  /// A workbook that is away for longer than this counts as lost.
  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(30);

  private final List<String> command;
  private final Path folder;
  private final PrintStream out;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final History history = new History();
  private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
  private final AtomicInteger values = new AtomicInteger();
  private final Client client = new Client(http, history, values, complaints);
  private final List<Filer> filers = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Fault, List<Long>> recoveries = new EnumMap<>(Fault.class);

  /// @param command what starts `quire`
  /// @param folder an empty folder
  ClusterTorture(List<String> command, Path folder, PrintStream out) {
    this.command = command;
    this.folder = folder;
    this.out = out;
  }

  /// @param arguments number of rounds, seed, where the files lie
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    Path folder = Files.createTempDirectory("quire-cluster");
    var files =
        arguments.length > 2
            ? Stores.Files.valueOf(arguments[2].toUpperCase(Locale.ROOT))
            : Stores.Files.DATABASE;
    var wrong = new ClusterTorture(fromClassPath(), folder, System.out).run(rounds, seed, files);
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  /// The server on the class path that this runs from.
  static List<String> fromClassPath() {
    return JavaCommand.of("dev.quire.app.Main", "-Xmx256m");
  }

  /// @return a sentence for everything that is wrong
  List<String> run(int rounds, long seed, Stores.Files files)
      throws IOException, InterruptedException {
    out.printf("seed %d, files in the %s, folder %s%n", seed, files, folder);
    var wrong = new ArrayList<String>();
    try (var stores = Stores.start(files)) {
      try {
        begin(stores);
        var random = new Random(seed);
        for (int number = 0; number < FILERS; number++) {
          filers.add(new Filer(number, random.nextLong(), values));
        }
        for (int round = 1; round <= rounds; round++) {
          var found = round(random);
          found.forEach(each -> out.println("WRONG " + each));
          wrong.addAll(found);
          out.printf(
              "round %d: %d operations and %d changes of the drive, %d wrong%n",
              round, history.size(), filers.stream().mapToInt(Filer::deeds).sum(), wrong.size());
        }
      } finally {
        for (Node node : nodes) {
          node.close();
        }
      }
    }
    recoveries.forEach(this::report);
    return wrong;
  }

  private void report(Fault fault, List<Long> millis) {
    var sorted = millis.stream().sorted().toList();
    out.printf(
        "%s: all workbooks written again after p50 %d ms, max %d ms (%d times)%n",
        fault, sorted.get(sorted.size() / 2), sorted.getLast(), sorted.size());
  }

  private void begin(Stores stores) throws IOException, InterruptedException {
    for (int number = 0; number < NODES; number++) {
      Path own = Files.createDirectories(folder.resolve("node" + number));
      nodes.add(Node.start(command, own, stores, LEASE));
    }
    for (Node node : nodes) {
      node.awaitReady(http);
    }
    for (int book = 0; book < BOOKS; book++) {
      int status = client.upload(nodes.getFirst().url(), book, XlsxFile.blank());
      if (status != 201) {
        throw new IOException("a workbook could not be uploaded: " + status);
      }
    }
  }

  private List<String> round(Random random) throws IOException, InterruptedException {
    var tickets = new ArrayList<String>();
    for (int book = 0; book < BOOKS; book++) {
      tickets.add(
          client
              .session(any(random).url(), book)
              .orElseThrow(() -> new IOException("no session could be opened")));
    }
    var clients = new ArrayList<Thread>();
    for (int number = 0; number < CLIENTS; number++) {
      var own = new Random(random.nextLong());
      clients.add(Thread.ofVirtual().start(() -> client.run(own, nodes, BOOKS, ROWS)));
    }
    Wire wire = wire(random.nextLong());
    var filing =
        filers.stream().map(filer -> Thread.ofVirtual().start(() -> run(filer, wire))).toList();
    Thread.sleep(500 + random.nextInt(1_500));
    var wrong = new ArrayList<>(hurt(random));
    filers.forEach(Filer::stop);
    for (Thread each : filing) {
      each.join(); // What is under way is waited for: nobody else knows what became of it.
    }
    for (Thread each : clients) {
      each.interrupt();
      each.join();
    }
    wrong.addAll(look(random, tickets));
    for (Filer filer : filers) {
      wrong.addAll(filer.check(wire, false));
    }
    wrong.addAll(history.wrong());
    for (String complaint = complaints.poll(); complaint != null; complaint = complaints.poll()) {
      wrong.add(complaint);
    }
    return wrong;
  }

  /// To another server with each request.
  private Wire wire(long seed) {
    var random = new Random(seed);
    return new Wire(http, () -> any(random).url(), TRIES);
  }

  private static void run(Filer filer, Wire wire) {
    try {
      filer.run(wire);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Node any(Random random) {
    return nodes.get(random.nextInt(nodes.size()));
  }

  private List<String> hurt(Random random) throws IOException, InterruptedException {
    Node victim = any(random);
    List<Fault> faults = Fault.of(victim);
    Fault fault = faults.get(random.nextInt(faults.size()));
    Node healthy = nodes.get((nodes.indexOf(victim) + 1 + random.nextInt(NODES - 1)) % NODES);
    long begun = System.nanoTime();
    fault.begin(victim);
    var slow = new ArrayList<String>();
    for (int book = 0; book < BOOKS; book++) {
      if (!isBack(healthy, book, begun)) {
        slow.add("%s: Book%d did not come back".formatted(fault, book));
      }
    }
    long millis = (System.nanoTime() - begun) / 1_000_000;
    recoveries.computeIfAbsent(fault, _ -> new ArrayList<>()).add(millis);
    Thread.sleep(Math.max(0, fault.length(LEASE).toMillis() - millis));
    fault.end(victim, http);
    Thread.sleep(random.nextInt(2_000));
    out.printf("  %s, workbooks were back after %d ms%n", fault, millis);
    return slow;
  }

  private boolean isBack(Node node, int book, long since) throws InterruptedException {
    while (System.nanoTime() - since < LONGEST_RECOVERY.toNanos()) {
      if (client.write(node.url(), book, ROWS)) {
        return true;
      }
      Thread.sleep(10);
    }
    return false;
  }

  /// Reads all cells through all servers, and looks whether sessions go on.
  private List<String> look(Random random, List<String> tickets)
      throws IOException, InterruptedException {
    var wrong = new ArrayList<String>();
    for (int book = 0; book < BOOKS; book++) {
      for (Node node : nodes) {
        for (int row = 0; row <= ROWS; row++) {
          long begun = System.nanoTime();
          while (!client.read(node.url(), book, row)) {
            if (System.nanoTime() - begun > LONGEST_RECOVERY.toNanos()) {
              wrong.add("Book%d cannot be read through %s".formatted(book, node.url()));
              break;
            }
            Thread.sleep(50);
          }
        }
      }
      int status = client.refresh(any(random).url(), book, tickets.get(book));
      if (status != 204) {
        wrong.add("the session on Book%d answers %d".formatted(book, status));
      }
      int closed = client.close(any(random).url(), book, tickets.get(book));
      if (closed != 204) {
        wrong.add("closing the session on Book%d answers %d".formatted(book, closed));
      }
    }
    return wrong;
  }
}
