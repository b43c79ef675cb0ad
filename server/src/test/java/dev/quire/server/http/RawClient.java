package dev.quire.server.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Sends bytes that well-behaved clients do not send, and reads all that comes back.
record RawClient(int port) {
  private static final int PATIENCE_MILLIS = 20_000;

  /// An answer: the head with its status line, and the body.
  record Reply(String head, String body) {
    int status() {
      return Integer.parseInt(head.split(" ")[1]);
    }

    String header(String name) {
      return Arrays.stream(head.split("\r\n"))
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElse("");
    }
  }

  Reply get(String path, String... headers) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + lines(headers) + "\r\n");
  }

  Reply send(String request) throws IOException {
    return send(request.getBytes(StandardCharsets.ISO_8859_1));
  }

  Reply send(byte[] request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      var out = socket.getOutputStream();
      out.write(request);
      out.flush();
      return read(socket);
    }
  }

  /// Reads until the other side closes, or the announced length has come.
  static Reply read(Socket socket) throws IOException {
    var in = socket.getInputStream();
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var next = in.read();
      if (next < 0) {
        return new Reply(head.toString(), "");
      }
      head.append((char) next);
    }
    var reply = new Reply(head.toString(), "");
    var length = reply.header("content-length");
    var body = length.isEmpty() ? new byte[0] : in.readNBytes(Integer.parseInt(length));
    return new Reply(reply.head(), new String(body, StandardCharsets.UTF_8));
  }

  private static String lines(String... headers) {
    return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
  }
}
