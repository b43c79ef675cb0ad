package dev.quire.app;

import dev.quire.app.setting.ConfigFile;
import dev.quire.app.setting.Setting;
import dev.quire.app.setting.Settings;
import dev.quire.app.setting.Spelling;
import dev.quire.app.setting.UsageError;
import dev.quire.server.CannotStart;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The grammar of the command line. It is built from the table of settings instead of from
/// annotations: that needs no reflection, which would be the slowest part of a start.
final class CommandLines {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final String CONFIG_OPTION = "--config";

  private final Shell shell;

  CommandLines(Shell shell) {
    this.shell = shell;
  }

  /// Runs what the arguments ask for.
  ///
  /// @return the exit code: 0 done, 1 failed, 2 asked in a way that makes no sense
  int run(String... arguments) {
    var line = new CommandLine(root());
    line.setOut(writer(shell.out())).setErr(writer(shell.err()));
    line.setExecutionStrategy(this::execute);
    line.setParameterExceptionHandler((misused, ignored) -> misused(misused));
    return line.execute(arguments);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private CommandSpec root() {
    var root = command("quire", "Serves Excel workbooks through the Microsoft Graph workbook API.");
    root.version("quire " + Version.text());
    root.addOption(
        OptionSpec.builder("-V", "--version").versionHelp(true).description("Print it.").build());
    root.usageMessage()
        .footer(
            "",
            "Every option can also stand in the environment (QUIRE_BODY_LIMIT for --body-limit)",
            "and in a file (body-limit = 10mb): " + shell.places().configFile() + ",",
            "or the one that --config or QUIRE_CONFIG names. Options win, then the environment.",
            "",
            "./quire test runs the test suite. QUIRE_JAVA_HOME names the JDK to use, QUIRE_JAVA_OPTS",
            "holds more options for it.");
    for (var verb : Verb.values()) {
      root.addSubcommand(verb.word(), sub(verb));
    }
    return root;
  }

  private CommandSpec sub(Verb verb) {
    var spec = command(verb.word(), verb.help());
    spec.usageMessage().hidden(verb.isHidden());
    for (var word : verb.words()) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .paramLabel(word)
              .index(Integer.toString(spec.positionalParameters().size()))
              .arity("1")
              .required(true)
              .type(String.class)
              .description(verb.wordsHelp())
              .build());
    }
    Arrays.stream(Setting.values())
        .filter(setting -> verb.use().map(setting::isFor).orElse(false))
        .map(CommandLines::option)
        .forEach(spec::addOption);
    spec.addOption(
        OptionSpec.builder(CONFIG_OPTION)
            .paramLabel("FILE")
            .type(String.class)
            .description("configuration file to read")
            .build());
    return spec;
  }

  private static CommandSpec command(String name, String help) {
    var spec = CommandSpec.create().name(name);
    spec.usageMessage().description(help).sortOptions(false).width(100).abbreviateSynopsis(true);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
    return spec;
  }

  private static OptionSpec option(Setting setting) {
    var option =
        OptionSpec.builder(setting.option())
            .paramLabel(setting.kind().label())
            .type(String.class)
            .description(setting.help());
    if (setting.kind().isFlag()) {
      option.arity("0..1").fallbackValue("true");
    }
    return option.build();
  }

  private int execute(ParseResult parsed) {
    var help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    if (!parsed.hasSubcommand()) {
      parsed.commandSpec().commandLine().usage(shell.err());
      return MISUSED;
    }
    var sub = parsed.subcommand();
    var verb = Verb.of(sub.commandSpec().name());
    try {
      return verb.command().run(settings(sub), words(sub), shell);
    } catch (UsageError misused) {
      return complain(misused, MISUSED);
    } catch (IOException | CannotStart failed) {
      return complain(failed, FAILED);
    } catch (InterruptedException stopped) {
      return complain(stopped, FAILED);
    }
  }

  private static List<String> words(ParseResult parsed) {
    return parsed.matchedPositionals().stream()
        .flatMap(each -> each.stringValues().stream())
        .toList();
  }

  private int misused(ParameterException misused) {
    var message =
        misused instanceof UnmatchedArgumentException unknown
            ? unknown(unknown.getUnmatched().getFirst(), misused.getCommandLine())
            : misused.getMessage();
    shell.err().println("quire: " + message);
    shell.err().println("See quire " + help(misused.getCommandLine()) + "--help.");
    return MISUSED;
  }

  private static String unknown(String word, CommandLine line) {
    var option = word.startsWith("-");
    var known =
        option ? line.getCommandSpec().optionsMap().keySet() : line.getSubcommands().keySet();
    var name = option ? word.replaceFirst("=.*", "") : word;
    return "Unknown "
        + (option ? "option: " : "command: ")
        + name
        + "."
        + Spelling.hint(name, known);
  }

  private static String help(CommandLine line) {
    return line.getParent() == null ? "" : line.getCommandName() + " ";
  }

  private int complain(Exception reason, int exitCode) {
    shell.err().println("quire: " + reason.getMessage());
    return exitCode;
  }

  private Settings settings(ParseResult parsed) throws UsageError {
    Map<Setting, String> options = new EnumMap<>(Setting.class);
    for (var setting : Setting.values()) {
      if (parsed.hasMatchedOption(setting.option())) {
        options.put(setting, parsed.matchedOptionValue(setting.option(), ""));
      }
    }
    var named =
        Optional.ofNullable(parsed.matchedOptionValue(CONFIG_OPTION, (String) null))
            .or(() -> Optional.ofNullable(shell.environment().get("QUIRE_CONFIG")));
    var file = ConfigFile.read(named.map(Path::of), shell.places().configFile());
    return Settings.of(options, shell.environment(), file);
  }
}
