package dev.quire.bench.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A wire that can be cut: carries TCP connections to a port. While it is cut nothing gets through
/// and nobody is told, as when a switch fails.
final class Link implements AutoCloseable {
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final long LOOK_MILLIS = 20;

  private final ServerSocket door;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private Link(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /// @param target a port on loopback
  static Link to(int target) throws IOException {
    var link = new Link(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
    Thread.ofVirtual().start(link::accept);
    return link;
  }

  int port() {
    return door.getLocalPort();
  }

  void cut(boolean now) throws IOException {
    cut = now;
    if (!now) {
      // Whoever waited on the dead wire finds the connection gone, as after a failover.
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket near = door.accept();
        sockets.add(near);
        Thread.ofVirtual().start(() -> connect(near));
      }
    } catch (IOException closed) {
      // The end.
    }
  }

  private void connect(Socket near) {
    try {
      awaitWire();
      var far = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(far);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> carry(near, far));
      carry(far, near);
    } catch (IOException refused) {
      close(near);
    }
  }

  private void carry(Socket from, Socket to) {
    var buffer = new byte[BUFFER_BYTES];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        awaitWire();
        out.write(buffer, 0, count);
      }
    } catch (IOException ended) {
      // One side has gone; the other goes too.
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void awaitWire() throws IOException {
    try {
      while (cut && !door.isClosed()) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private static void close(Socket socket) {
    try (socket) {
      socket.shutdownInput();
    } catch (IOException gone) {
      // It is.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
