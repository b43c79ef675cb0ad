package dev.quire.app;

import dev.quire.app.setting.Use;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sub-commands: a line each.
enum Verb {
  SERVE(new ServeCommand(), "Starts a server.", Use.SERVE),
  TOKEN(new TokenCommand(), "Prints a development token, and nothing else.", Use.TOKEN),
  CLOCK(
      new ClockCommand(),
      "Shows or moves the clock of a running server.",
      Use.CLOCK,
      "CHANGE",
      "+6m moves it forward; reset puts it back to the system's time; now shows it"),
  FAULT(
      new FaultCommand(),
      "Lets requests to a running server fail, to see how a client takes it.",
      Use.CLOCK,
      "FAULT",
      "429, 503*2 (twice), 504@/createSession (with that in the path), slow, drop; clear; now"),
  SNAPSHOT(
      new SnapshotCommand("save"), "Keeps what is in the drives of a running server.", Use.CLOCK),
  RESTORE(
      new SnapshotCommand("restore"),
      "Puts back what snapshot kept, and ends all sessions.",
      Use.CLOCK),
  DIFF(
      new DiffCommand(),
      "Tells in which parts and cells two workbook files differ.",
      Use.DIFF,
      "FILE FILE",
      "a workbook file"),
  RESET(new ResetCommand(), "Puts the clock back and forgets ordered faults.", Use.CLOCK),
  WARM_UP(new WarmUpCommand());

  private final Command command;
  private final String help;
  private final Optional<Use> use;
  private final String words;
  private final String wordsHelp;

  Verb(Command hidden) {
    this(hidden, "", Optional.empty(), "", "");
  }

  Verb(Command command, String help, Use use) {
    this(command, help, Optional.of(use), "", "");
  }

  Verb(Command command, String help, Use use, String words, String wordsHelp) {
    this(command, help, Optional.of(use), words, wordsHelp);
  }

  Verb(Command command, String help, Optional<Use> use, String words, String wordsHelp) {
    this.command = command;
    this.help = help;
    this.use = use;
    this.words = words;
    this.wordsHelp = wordsHelp;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Command command() {
    return command;
  }

  String help() {
    return help;
  }

  Optional<Use> use() {
    return use;
  }

  boolean isHidden() {
    return use.isEmpty();
  }

  /// What stands on the command line beside options, by how it is called.
  List<String> words() {
    return words.isEmpty() ? List.of() : List.of(words.split(" "));
  }

  String wordsHelp() {
    return wordsHelp;
  }

  static Verb of(String word) {
    return Arrays.stream(values())
        .filter(verb -> verb.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
