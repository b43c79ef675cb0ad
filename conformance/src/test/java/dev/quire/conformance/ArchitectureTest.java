package dev.quire.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Keeps the line: modules know those to their left, packages know no circles, and each room keeps
/// out what it must never know.
final class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(Stream.of(Room.values()).map(Room::rootPackage).toArray(String[]::new));

  private static final String SOCKETS = "java\\.net\\.(?!URL(De|En)coder).*";
  private static final String FILES = "java\\.(io\\.File|nio\\.file\\.).*";
  private static final String ARCHIVES = "java\\.util\\.(zip\\.(?!CRC32|Checksum)|jar\\.).*";
  private static final String XML = "(javax\\.xml|org\\.w3c|org\\.xml)\\..*";
  private static final String JSON = "(tools|com\\.fasterxml)\\.jackson\\..*";
  private static final String HTTP = "org\\.eclipse\\.jetty\\..*";
  private static final String TOKENS = "com\\.nimbusds\\..*";

  /// What needs native libraries and the fonts of the machine.
  private static final String SYSTEM_FONTS =
      "java\\.awt\\.(Font|Graphics|Toolkit|image\\.|font\\.).*|javax\\.(swing|imageio)\\..*";

  private static final String THREADS =
      "java\\.(lang\\.Thread|util\\.concurrent\\.(Executor|Completable|ForkJoin)).*";

  /// `FILTERXML` has to read XML, and a formula that nests deeper than its thread has room for is
  /// evaluated on a stack made for it. Sheets are read by workers that are handed in. Drives on S3
  /// and WebDAV servers are reached over the network and answer in XML.
  private static final String EXCEPTED =
      "dev\\.quire\\.(engine\\.(function\\.web\\.XmlFilter.*|formula\\.DeepStack)"
          + "|workbook\\.SheetReading"
          + "|store\\.((S3|WebDav)\\w+|Remote(Server|Answer)|ObjectContents|SigV4|Xml|DriveAddress)(\\$.*)?)";

  /// The modules with what each may know of the others, and what it never knows at all.
  enum Room {
    ENGINE(Set.of(), SOCKETS, FILES, ARCHIVES, XML, JSON, THREADS),
    WORKBOOK(Set.of(ENGINE), SOCKETS, FILES, ARCHIVES, XML, JSON, THREADS),
    CHART(Set.of(ENGINE, WORKBOOK), SOCKETS, FILES, XML, JSON, THREADS, SYSTEM_FONTS),
    OOXML(Set.of(ENGINE, WORKBOOK), SOCKETS, FILES, JSON, THREADS),
    STORE(Set.of(), SOCKETS, ARCHIVES, XML, JSON),
    SESSION(Set.of(ENGINE, WORKBOOK, OOXML, STORE), SOCKETS, FILES, ARCHIVES, XML, JSON),
    GRAPH(Set.of(ENGINE, WORKBOOK, STORE, SESSION), SOCKETS, FILES, ARCHIVES, HTTP, TOKENS),
    SERVER(Set.of(ENGINE, WORKBOOK, CHART, OOXML, STORE, SESSION, GRAPH), ARCHIVES, XML, JSON),
    APP(Set.of(ENGINE, WORKBOOK, OOXML, STORE, SESSION, GRAPH, SERVER), HTTP, TOKENS);

    private final Set<Room> known;
    private final List<String> unknown;

    Room(Set<Room> known, String... unknown) {
      this.known = known;
      this.unknown = List.of(unknown);
    }

    String rootPackage() {
      return "dev.quire." + name().toLowerCase(Locale.ROOT);
    }

    private String packages() {
      return rootPackage() + "..";
    }

    /// A pattern of the names of classes.
    private String neverKnown() {
      Stream<String> rooms =
          Stream.of(values())
              .filter(other -> other != this && !known.contains(other))
              .map(other -> other.rootPackage().replace(".", "\\.") + "\\..*");
      return Stream.concat(rooms, unknown.stream()).collect(Collectors.joining("|"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void roomKnowsOnlyWhatItMay(Room room) {
    noClasses()
        .that()
        .resideInAPackage(room.packages())
        .and()
        .haveNameNotMatching(EXCEPTED)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(room.neverKnown())
        .check(PROGRAM);
  }

  @ParameterizedTest
  @EnumSource
  void packagesOfARoomAreFreeOfCycles(Room room) {
    slices().assignedFrom(packagesOf(room)).should().beFreeOfCycles().check(PROGRAM);
  }

  /// Every package is a slice of its own, the root package too.
  private static SliceAssignment packagesOf(Room room) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        return name.equals(room.rootPackage()) || name.startsWith(room.rootPackage() + ".")
            ? SliceIdentifier.of(name)
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages of " + room;
      }
    };
  }

  /// Time is handed in, so that it can be moved.
  @ParameterizedTest
  @EnumSource(names = {"ENGINE", "WORKBOOK", "CHART", "OOXML", "SESSION", "GRAPH"})
  void roomHasNoClockOfItsOwn(Room room) {
    noClasses()
        .that()
        .resideInAPackage(room.packages())
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(InstantSource.class, "system")
        .check(PROGRAM);
  }

  /// A rule about classes that are not there would hold whatever they do.
  @Test
  void everyRoomHasClasses() {
    for (Room room : Room.values()) {
      assertFalse(PROGRAM.that(resideInAnyPackage(room.packages())).isEmpty(), room::name);
    }
  }
}
