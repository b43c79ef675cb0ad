package dev.quire.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts programs in processes of their own that are up soon and take little, with the Java and on
/// the class path that this runs from.
public final class JavaCommand {
  private JavaCommand() {}

  /// The words that start a program.
  ///
  /// @param main name of its class
  /// @param options further ones of Java
  public static List<String> of(String main, String... options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    return List.copyOf(command);
  }
}
