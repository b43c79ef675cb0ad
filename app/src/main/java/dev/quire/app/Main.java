package dev.quire.app;

import dev.quire.server.QuireServer;
import dev.quire.server.ServerConfig;
import java.nio.file.Path;

public final class Main {
  private Main() {}

  public static void main(String... args) throws Exception {
    var server = QuireServer.start(ServerConfig.development(Path.of(args[1])), new NotYet());
    System.out.println(server.baseUrl());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    if (args.length > 2) { server.close(); System.exit(0); }
    Thread.currentThread().join();
  }
}
