package dev.quire.conformance.surface;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.path.PathParser;
import dev.quire.graph.path.Segment;
import dev.quire.graph.resource.Registry;
import dev.quire.graph.resource.Served;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What is built of each operation, and which test covers it.
final class Coverage {
  /// Answers of the two kinds of operation that are no resource of the registry.
  private static final String BY_RESULT = "workbookFunctionResult";

  /// What a test claims that covers all operations that are refused for good.
  static final String REFUSALS = "(refused for good)";

  private final PathParser parser;
  private final Served served;
  private final Served betaServed;
  private final Map<String, Set<String>> tests = tests();

  /// How far an operation is.
  enum State {
    /// It is answered.
    SERVED("yes"),
    /// It means nothing and is refused with 405, for good.
    REFUSED("405"),
    /// It answers 501.
    NOT_YET("501");

    final String word;

    State(String word) {
      this.word = word;
    }
  }

  Coverage() {
    EdmModel model = EdmModel.bundled();
    EdmModel betaModel = EdmModel.beta();
    parser = new PathParser(model, betaModel);
    served = new Served(new Registry(model));
    betaServed = new Served(Registry.beta(betaModel));
  }

  State state(Operation operation) {
    if (!operation.hasPath()) {
      return operation.owner().equals(BY_RESULT) ? State.SERVED : State.NOT_YET;
    }
    Served served = served(operation);
    List<Segment> steps = steps(operation);
    if (served.methods(steps).contains(operation.http())) {
      return State.SERVED;
    }
    return served.refuses(steps, operation.http()) ? State.REFUSED : State.NOT_YET;
  }

  /// Why an operation that is refused for good means nothing.
  String refusal(Operation operation) {
    return served(operation).refusal(steps(operation), operation.http()).orElse("");
  }

  private List<Segment> steps(Operation operation) {
    String path = "/" + operation.version() + "/me/drive/items/1/workbook" + operation.below();
    return parser.parse(operation.http(), path).workbookPart();
  }

  private Served served(Operation operation) {
    return operation.version().equals("beta") ? betaServed : served;
  }

  /// The tests that cover an operation, as `Class#method`.
  List<String> testsOf(Operation operation) {
    String key = state(operation) == State.REFUSED ? REFUSALS : operation.id();
    return tests.entrySet().stream()
        .filter(entry -> entry.getKey().equals(key) || matches(entry.getKey(), operation))
        .flatMap(entry -> entry.getValue().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /// What tests say they cover.
  List<String> claims() {
    return tests.keySet().stream().filter(claim -> !claim.equals(REFUSALS)).toList();
  }

  static boolean matches(String pattern, Operation operation) {
    String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
    return Pattern.matches(regex, operation.id());
  }

  private static Map<String, Set<String>> tests() {
    var tests = new TreeMap<String, Set<String>>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("dev.quire.conformance")
            .stream()
            .flatMap(type -> type.getMethods().stream())
            .forEach(method ->
                claims(method)
                    .ifPresent(claims -> claims.forEach(claim -> add(tests, claim, name(method)))));
    Effect.all()
        .forEach(effect -> effect.covers().forEach(claim -> add(tests, claim, effect.test())));
    return tests;
  }

  private static void add(Map<String, Set<String>> tests, String claim, String test) {
    tests.computeIfAbsent(claim, _ -> new TreeSet<>()).add(test);
  }

  private static Optional<List<String>> claims(JavaMethod method) {
    return method
        .tryGetAnnotationOfType(Covers.class.getName())
        .map(annotation -> {
          var claims = new ArrayList<String>();
          for (Object claim : (Object[]) annotation.get("value").orElseThrow()) {
            claims.add(claim.toString());
          }
          return claims;
        });
  }

  private static String name(JavaMethod method) {
    return method.getOwner().getSimpleName() + "#" + method.getName();
  }
}
