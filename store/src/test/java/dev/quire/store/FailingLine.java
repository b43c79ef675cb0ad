package dev.quire.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// The way to a server of files, on which the answer to a request can get lost: the server does
/// what it is asked, and the connection dies before it says so.
final class FailingLine implements AutoCloseable {
  private final URI target;
  private final ServerSocket door;
  private final AtomicReference<Optional<String>> losing = new AtomicReference<>(Optional.empty());
  private final AtomicInteger lost = new AtomicInteger();

  private FailingLine(URI target, ServerSocket door) {
    this.target = target;
    this.door = door;
  }

  static FailingLine to(URI target) throws IOException {
    var line = new FailingLine(target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(line::serve);
    return line;
  }

  /// The same address by way of this line.
  URI url() {
    return URI.create("http://127.0.0.1:%d%s".formatted(door.getLocalPort(), target.getRawPath()));
  }

  /// Loses the answer to the next request with this method.
  void loseAnswerTo(String method) {
    losing.set(Optional.of(method));
  }

  /// How many answers got lost.
  int lost() {
    return lost.get();
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        var far = new Socket(target.getHost(), target.getPort());
        var dying = new AtomicBoolean();
        Thread.ofVirtual().start(() -> pass(near, far, bytes -> watch(bytes, dying)));
        Thread.ofVirtual().start(() -> pass(far, near, bytes -> !dying.get()));
      } catch (IOException e) {
        return; // The door is closed: the test is over.
      }
    }
  }

  private boolean watch(byte[] request, AtomicBoolean dying) {
    String text = new String(request, US_ASCII);
    Optional<String> method = losing.get().filter(each -> text.startsWith(each + " "));
    if (method.isPresent() && losing.compareAndSet(method, Optional.empty())) {
      lost.incrementAndGet();
      dying.set(true);
    }
    return true;
  }

  private interface Watcher {
    boolean letsPass(byte[] bytes);
  }

  private static void pass(Socket from, Socket to, Watcher watcher) {
    var buffer = new byte[65536];
    try (from;
        to) {
      for (int read; (read = from.getInputStream().read(buffer)) >= 0; ) {
        if (!watcher.letsPass(Arrays.copyOf(buffer, read))) {
          return;
        }
        to.getOutputStream().write(buffer, 0, read);
      }
    } catch (SocketException e) {
      // The other direction has closed the connection.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
