/// The program: command line, configuration, demo drive.
@org.jspecify.annotations.NullMarked
module dev.quire.app {
  requires static transitive org.jspecify;
  requires transitive dev.quire.server;
  requires info.picocli;
  requires java.net.http;

  exports dev.quire.app;
}
