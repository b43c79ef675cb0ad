package dev.quire.bench.load;

import dev.quire.bench.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/// A process of its own that holds connections and says nothing on them: one process may not have
/// enough descriptors for both ends of ten thousand.
final class IdleHolder implements AutoCloseable {
  private final Process process;
  private final int count;

  private IdleHolder(Process process, int count) {
    this.process = process;
    this.count = count;
  }

  /// @param count how many are wanted
  static IdleHolder hold(int port, int count) throws IOException {
    var command = new ArrayList<>(JavaCommand.of(IdleHolder.class.getName(), "-Xmx256m"));
    command.add(Integer.toString(port));
    command.add(Integer.toString(count));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    // Not closed here: the holder lives as long as somebody could read from it.
    BufferedReader told = process.inputReader(StandardCharsets.UTF_8);
    String line = told.readLine();
    return new IdleHolder(process, line == null ? 0 : Integer.parseInt(line));
  }

  /// How many it holds.
  int count() {
    return count;
  }

  /// @param arguments port, count
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[1]);
    var sockets = new ArrayList<Socket>();
    try {
      for (int number = 0; number < count; number++) {
        sockets.add(new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])));
      }
    } catch (IOException refused) {
      System.err.println("the connection after these is refused: " + refused.getMessage());
    }
    System.out.println(sockets.size());
    int ended = System.in.read(); // Until whoever started it lets go.
    System.exit(ended < 0 ? 0 : 1);
  }

  @Override
  public void close() throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).close();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
