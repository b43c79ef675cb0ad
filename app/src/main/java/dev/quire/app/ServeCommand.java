package dev.quire.app;

import dev.quire.app.demo.DemoDrive;
import dev.quire.app.setting.Settings;
import dev.quire.app.setting.UsageError;
import dev.quire.server.CannotStart;
import dev.quire.server.QuireServer;
import dev.quire.store.DriveAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `quire serve`: runs a server until the process is told to end.
final class ServeCommand implements Command {
  @Override
  public int run(Settings settings, List<String> words, Shell shell)
      throws UsageError, IOException, CannotStart, InterruptedException {
    var config = Config.of(settings, shell);
    var drive = drive(config);
    var server = start(config, drive);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    new Banner(server, config, drive).print(shell.out());
    new CountDownLatch(1).await();
    return 0;
  }

  /// Starts a server with everything behind it.
  static QuireServer start(Config config, DriveAddress drive) throws CannotStart {
    return QuireServer.start(config.server(), GraphWiring.of(config, drive));
  }

  /// Where the workbooks lie.
  static DriveAddress drive(Config config) throws UsageError, IOException {
    if (config.drive().isPresent()) {
      var drive = config.drive().get();
      if (!(drive instanceof DriveAddress.Folder(Path path))) {
        return drive;
      }
      if (!Files.isDirectory(path)) {
        throw new UsageError("The drive is no folder: " + path);
      }
      return new DriveAddress.Folder(path.toRealPath());
    }
    var demo = config.server().data().drive();
    if (config.cluster().isPresent()) {
      return new DriveAddress.Folder(demo); // Not looked at: the workbooks lie in the database.
    }
    DemoDrive.seed(demo);
    return new DriveAddress.Folder(demo);
  }

  /// A process that ends by a signal has that signal's exit code, unless it halts itself. This is
  /// the only shutdown hook there is, so nothing is cut short.
  private static void stop(QuireServer server) {
    server.close();
    Runtime.getRuntime().halt(0);
  }
}
