package dev.quire.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// HTTP/1.1 over one connection with as little as possible around it, so that what is measured is
/// the server: a full client library costs more than most of the requests measured here.
public final class LeanClient implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String host;

  /// An answer.
  public record Answer(int status, byte[] content) {
    /// The body as text.
    public String body() {
      return new String(content, StandardCharsets.UTF_8);
    }

    /// The same answer.
    ///
    /// @throws IllegalStateException when it has another status
    Answer is(int expected) {
      if (status != expected) {
        throw new IllegalStateException(status + ": " + body());
      }
      return this;
    }
  }

  /// Connects.
  public LeanClient(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
    host = server.getAuthority();
  }

  /// Sends a request and reads all of its answer.
  ///
  /// @param headers complete header lines, each ended by CR LF
  public Answer send(String method, String path, String headers, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    var request = new ByteArrayOutputStream();
    request.writeBytes(
        "%s %s HTTP/1.1\r\nHost: %s\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(method, path, host, headers, content.length)
            .getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(content);
    request.writeTo(out);
    out.flush();
    int status = Integer.parseInt(line().substring(9, 12));
    int length = 0;
    boolean chunked = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String field = line.toLowerCase(Locale.ROOT);
      if (field.startsWith("content-length:")) {
        length = Integer.parseInt(field.substring(15).strip());
      }
      chunked |= field.equals("transfer-encoding: chunked");
    }
    return new Answer(status, chunked ? chunks() : in.readNBytes(length));
  }

  private byte[] chunks() throws IOException {
    var all = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(), 16);
      all.writeBytes(in.readNBytes(size));
      line();
      if (size == 0) {
        return all.toByteArray();
      }
    }
  }

  private String line() throws IOException {
    var text = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
